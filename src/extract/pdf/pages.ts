import type { Limits } from '../../schema/limits.js';
import type { PageKind, PageReading } from '../pages/page-reading.js';
import type { Glyph } from './glyph.js';
import { openForText } from './open.js';
import { pageContentOf, type PageContent } from './page-content.js';
import { pageItemsOf } from './page-tables.js';
import { PicturePages } from './picture-pages.js';
import type { Pdf, PdfPage } from './pdfjs.js';
import { turnsOf } from './upright.js';

export interface PdfSource {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly password?: string | undefined;
}

/** A grid of more rectangles than this is no table that a person filled in. */
const RECTANGLES_PER_TABLE = 200_000;
/** The part of a page's characters without a known meaning from which its text can't be trusted. */
const TOO_MANY_UNKNOWN = 0.1;
const UNKNOWN = /[\p{Co}\p{Cn}\p{Cc}\uFFFD]/u;

/** A PDF's pages, read one at a time and in any order. */
export class PdfPages {
  readonly #pdf: Pdf;
  readonly #pictures: PicturePages;
  readonly #limits: Limits;

  private constructor(pdf: Pdf, source: PdfSource, limits: Limits) {
    this.#pdf = pdf;
    this.#pictures = new PicturePages(source);
    this.#limits = limits;
  }

  /** @throws Failure `encrypted`, `damaged` */
  static async open(source: PdfSource, limits: Limits): Promise<PdfPages> {
    return new PdfPages(await openForText(source.bytes, source.name, source.password), source, limits);
  }

  get count(): number {
    return this.#pdf.pages;
  }

  async read(page: number): Promise<PageReading> {
    const content = await this.#contentOf(page);
    const glyphs = content?.glyphs ?? [];
    return {
      page,
      kind: await this.#kindOf(page, content),
      items: content === null ? [] : pageItemsOf(content, page, this.#latticeOptions()),
      isUnreliable: isUnreliable(glyphs),
      findings: [],
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.#pdf.close(), this.#pictures.close()]);
  }

  #latticeOptions() {
    return { columns: this.#limits.columnsPerTable, rectangles: RECTANGLES_PER_TABLE };
  }

  /** Null for a page that can't be read. */
  async #contentOf(number: number): Promise<PageContent | null> {
    try {
      const page = await this.#pdf.page(number);
      const content = uprightContentOf(page);
      page.release();
      return content;
    } catch {
      return null;
    }
  }

  async #kindOf(page: number, content: PageContent | null): Promise<PageKind> {
    if (content === null) return 'damaged';
    if (content.glyphs.length > 0) return 'text';
    return (await this.#pictures.has(page)) ? 'picture' : 'blank';
  }
}

/** The page's content; a page whose text runs sideways is turned so that it can be read. */
function uprightContentOf(page: PdfPage): PageContent {
  const content = pageContentOf(page.list, page.setting(0));
  const turns = turnsOf(content.glyphs);
  return turns === 0 ? content : pageContentOf(page.list, page.setting(turns));
}

const isUnreliable = (glyphs: readonly Glyph[]) =>
  glyphs.length > 0 && glyphs.filter(({ text }) => UNKNOWN.test(text)).length > TOO_MANY_UNKNOWN * glyphs.length;
