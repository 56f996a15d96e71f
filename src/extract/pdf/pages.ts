import type { Finding } from '../../schema/finding.js';
import type { Limits } from '../../schema/limits.js';
import { RECTANGLES_PER_TABLE } from '../lattice/lattice.js';
import type { PageReading } from '../pages/page-reading.js';
import type { PicturePageReader } from '../scan/picture-page.js';
import { openForText, type PdfSource } from './open.js';
import { pageContentOf, type PageContent } from './page-content.js';
import { isOversized } from './page-size.js';
import { pageItemsOf } from './page-tables.js';
import { PagePictures } from './page-pictures.js';
import type { Pdf, PdfPage } from './pdfjs.js';
import { turnsOf } from './upright.js';

/** A page of fewer glyphs may be a picture with a page number or a stamp of text on it. */
const GLYPHS_OF_TEXT = 80;
/** The part of a page's characters without a known meaning from which its text can't be trusted. */
const TOO_MANY_UNKNOWN = 0.1;
/** pdf.js reads what it finds, however little that is. */
const pdfRebuilt: Finding = {
  code: 'pdf-rebuilt',
  severity: 'warning',
  path: '',
  message:
    'The file is damaged or cut off: its index of pages is missing or wrong. It was put together from what was found; pages may be missing. Download it again, and compare the number of pages.',
  messageZh: '文件已损坏或不完整：页面索引缺失或有误。已按找到的内容重新组合，可能缺页。请重新下载，并核对页数。',
};
const UNKNOWN = /[\p{Co}\p{Cn}\p{Cc}\uFFFD]/u;

interface ReadPage {
  /** Null for a page that draws more than the limits allow. */
  readonly content: PageContent | null;
  readonly isOversized: boolean;
  readonly isWhole: boolean;
}

/** A PDF's pages, read one at a time and in any order. */
export class PdfPages {
  readonly #pdf: Pdf;
  readonly #pictures: PagePictures;
  readonly #limits: Limits;
  readonly #pictureReader: PicturePageReader;

  private constructor(pdf: Pdf, source: PdfSource, limits: Limits, pictureReader: PicturePageReader) {
    this.#pdf = pdf;
    this.#pictures = new PagePictures(source, limits);
    this.#limits = limits;
    this.#pictureReader = pictureReader;
  }

  /** @throws Failure `encrypted`, `damaged`, `too-many-pages` */
  static async open(source: PdfSource, limits: Limits, pictureReader: PicturePageReader): Promise<PdfPages> {
    return new PdfPages(await openForText(source, limits), source, limits, pictureReader);
  }

  /** What opening it showed. */
  get findings(): Finding[] {
    return this.#pdf.isRebuilt ? [pdfRebuilt] : [];
  }

  get count(): number {
    return this.#pdf.pages;
  }

  async read(page: number): Promise<PageReading> {
    const read = await this.#contentOf(page);
    const content = read?.content ?? null;
    if (content !== null && content.glyphs.length < GLYPHS_OF_TEXT) {
      const pictured = await this.#readPicture(page, content.glyphs.length > 0);
      if (pictured !== null) return { ...pictured, isIncomplete: read?.isWhole === false };
    }
    return {
      page,
      kind: read?.isOversized === true ? 'oversized' : kindOf(content),
      items: content === null ? [] : pageItemsOf(content, page, this.#latticeOptions()),
      isUnreliable: content !== null && isUnreliable(content),
      isIncomplete: read?.isWhole === false,
      findings: [],
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.#pdf.close(), this.#pictures.close()]);
  }

  /** What the pictures of a page with little or no text say; null where there are none, or where the text says more. */
  async #readPicture(page: number, hasText: boolean): Promise<PageReading | null> {
    const pictured = await this.#pictures.open(page).catch(() => null);
    if (pictured === null) return null;
    try {
      const { look, width, height } = pictured;
      if (look === 'blank' || look === 'text' || (hasText && !this.#pictureReader.reads)) return null;
      if (!this.#pictureReader.reads) return unreadPicture(page);
      const { box, ...result } = await pictured.picture();
      const reading = await this.#pictureReader.read(page, result, box && { box, width, height });
      return hasText && !reading.items.some((item) => 'table' in item) ? null : reading;
    } finally {
      pictured.release();
    }
  }

  #latticeOptions() {
    return { columns: this.#limits.columnsPerTable, rectangles: RECTANGLES_PER_TABLE };
  }

  /** Null for a page that can't be read. */
  async #contentOf(number: number): Promise<ReadPage | null> {
    try {
      const page = await this.#pdf.page(number);
      const oversized = isOversized(page.list, this.#limits);
      const content = oversized ? null : uprightContentOf(page);
      page.release();
      return { content, isOversized: oversized, isWhole: page.isWhole };
    } catch {
      return null;
    }
  }
}

const kindOf = (content: PageContent | null) =>
  content === null ? 'damaged' : content.glyphs.length > 0 ? 'text' : 'blank';

const unreadPicture = (page: number): PageReading => ({
  page,
  kind: 'picture',
  items: [],
  isUnreliable: false,
  isIncomplete: false,
  findings: [],
});

/** The page's content; a page whose text runs sideways is turned so that it can be read. */
function uprightContentOf(page: PdfPage): PageContent {
  const content = pageContentOf(page.list, page.setting(0));
  const turns = turnsOf(content.glyphs);
  return turns === 0 ? content : pageContentOf(page.list, page.setting(turns));
}

const isUnreliable = ({ glyphs, guessed }: PageContent) =>
  guessed > 0 || glyphs.filter(({ text }) => UNKNOWN.test(text)).length > TOO_MANY_UNKNOWN * glyphs.length;
