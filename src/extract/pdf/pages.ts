import { Failure } from '../../schema/failure.js';
import type { Finding } from '../../schema/finding.js';
import type { Limits } from '../../schema/limits.js';
import { RECTANGLES_PER_TABLE } from '../lattice/lattice.js';
import type { PageItem, PageReading } from '../pages/page-reading.js';
import type { PicturePageReader } from '../scan/picture-page.js';
import { glimpseOf, MUCH_GUESSED, type Glimpse } from './glimpse.js';
import type { Matrix } from '../geometry/matrix.js';
import { openForText, type PdfSource } from './open.js';
import { pageContentOf, type PageContent } from './page-content.js';
import { isOversized } from './page-size.js';
import { tableContentOf, type TableContent } from './page-layers.js';
import { pageItemsOf } from './page-tables.js';
import { PagePictures } from './page-pictures.js';
import { PassedOver, type PageTest } from './passed-over.js';
import type { Pdf, PdfPage } from './pdfjs.js';
import { textReread, withGlyphReadings } from './reread.js';
import { asTheyLie, skewOf, turnAround, uprighted } from './skew.js';
import { UNKNOWN_CHARACTER } from './operators/unknown-character.js';
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

interface ReadPage {
  /** Null for a page that draws more than the limits allow, and for one whose glimpse was enough. */
  readonly content: PageContent | null;
  /** From the page as its content was read to the page as it lies; null where they are the same. */
  readonly back: Matrix | null;
  /** True where the page is not worth taking its tables apart. */
  readonly isPassedOver: boolean;
  readonly isOversized: boolean;
  readonly isWhole: boolean;
}

export interface PdfReading {
  readonly pictureReader: PicturePageReader;
  /** Tells by a page's text whether it is worth reading; without it every page is. */
  readonly isWorthReading: PageTest | null;
}

/** A PDF's pages, read one at a time and in any order. */
export class PdfPages {
  readonly #pdf: Pdf;
  readonly #pictures: PagePictures;
  readonly #limits: Limits;
  readonly #pictureReader: PicturePageReader;
  readonly #isWorthReading: PageTest | null;
  readonly #passedOver = new PassedOver((page) => this.#isWanted(page));

  private constructor(pdf: Pdf, source: PdfSource, limits: Limits, { pictureReader, isWorthReading }: PdfReading) {
    this.#pdf = pdf;
    this.#isWorthReading = isWorthReading;
    this.#pictures = new PagePictures(source, limits);
    this.#limits = limits;
    this.#pictureReader = pictureReader;
  }

  /** @throws Failure `encrypted`, `damaged`, `too-many-pages` */
  static async open(source: PdfSource, limits: Limits, reading: PdfReading): Promise<PdfPages> {
    return new PdfPages(await openForText(source, limits), source, limits, reading);
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
    if (read?.isPassedOver === true && (content === null || content.glyphs.length >= GLYPHS_OF_TEXT))
      return passedOver(page, read.isWhole, content !== null && isUnreliable(content));
    if (content !== null && content.glyphs.length < GLYPHS_OF_TEXT) {
      const pictured = await this.#readPicture(page, content.glyphs.length > 0);
      if (pictured !== null) return { ...pictured, isIncomplete: read?.isWhole === false };
    }
    const layers = content === null ? null : tableContentOf(content);
    const items = layers === null ? [] : this.#itemsOf(layers, page, read?.back ?? null);
    // A page that lost its fonts to a broken download is drawn without them: its picture says less than its text.
    if (content !== null && read?.isWhole === true && isWorthless(content) && items.some((item) => 'table' in item)) {
      const reread = await this.#reread(page, items);
      if (reread !== null) return reread;
    }
    return {
      page,
      kind: read?.isOversized === true ? 'oversized' : kindOf(content),
      items,
      ...(layers === null || layers.remarks.length === 0 ? {} : { remarks: [...layers.remarks] }),
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
    const pictured = await this.#pictures.open(page).catch((error: unknown) => {
      if (error instanceof Failure) throw error; // the file itself is no longer there
      return null;
    });
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

  /** What the picture of a page says whose fonts lie; null where it can't be drawn, or is not read. */
  async #reread(page: number, drawn: readonly PageItem[]): Promise<PageReading | null> {
    if (!this.#pictureReader.reads) return null;
    const pictured = await this.#pictures.open(page).catch(() => null);
    if (pictured === null) return null;
    try {
      const { box, ...result } = await pictured.picture();
      if (result.picture === null || result.trouble !== null) return null;
      const { width, height } = pictured;
      const reading = await this.#pictureReader.read(page, result, box && { box, width, height });
      if (reading.kind !== 'scan') return null;
      const items = withGlyphReadings(reading.items, drawn);
      return { ...reading, items, findings: [...reading.findings, textReread(page)] };
    } finally {
      pictured.release();
    }
  }

  #itemsOf(layers: TableContent, page: number, back: Matrix | null): PageItem[] {
    const items = pageItemsOf(layers, page, this.#latticeOptions());
    return back === null ? items : asTheyLie(items, back);
  }

  #latticeOptions() {
    return { columns: this.#limits.columnsPerTable, rectangles: RECTANGLES_PER_TABLE };
  }

  /** Null for a page that can't be read. */
  async #contentOf(number: number): Promise<ReadPage | null> {
    try {
      const page = await this.#pdf.page(number);
      const { isWhole } = page;
      const oversized = isOversized(page.list, this.#limits);
      const glimpse =
        oversized || this.#isWorthReading === null ? null : glimpseOf(page.list, page.setting(0).fontNamed);
      const isPassedOver = await this.#passesOver(number, glimpse);
      const upright = oversized || (isPassedOver && glimpse?.isPlain === true) ? null : uprightContentOf(page);
      page.release();
      return {
        content: upright?.content ?? null,
        back: upright?.back ?? null,
        isPassedOver,
        isOversized: oversized,
        isWhole,
      };
    } catch {
      this.#passedOver.note(number, true);
      return null;
    }
  }

  async #passesOver(number: number, glimpse: Glimpse | null): Promise<boolean> {
    this.#passedOver.note(number, this.#wants(glimpse));
    return glimpse !== null && (await this.#passedOver.has(number));
  }

  /** A page of little text may be a picture of a form. */
  #wants(glimpse: Glimpse | null): boolean {
    if (glimpse === null || glimpse.glyphs < GLYPHS_OF_TEXT || glimpse.isImplausible) return true;
    return this.#isWorthReading?.(glimpse.text) !== false;
  }

  async #isWanted(number: number): Promise<boolean> {
    try {
      const page = await this.#pdf.page(number);
      const oversized = isOversized(page.list, this.#limits);
      const isWanted = this.#wants(oversized ? null : glimpseOf(page.list, page.setting(0).fontNamed));
      page.release();
      return isWanted;
    } catch {
      return true;
    }
  }
}

const passedOver = (page: number, isWhole: boolean, isUnsure: boolean): PageReading => ({
  page,
  kind: 'text',
  items: [],
  isUnreliable: isUnsure,
  isIncomplete: !isWhole,
  findings: [],
});

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

/** The page's content; a page whose text runs sideways or askew is turned so that it can be read. */
function uprightContentOf(page: PdfPage): Pick<ReadPage, 'back'> & { readonly content: PageContent } {
  const asIs = pageContentOf(page.list, page.setting(0));
  const turns = turnsOf(asIs.glyphs);
  const setting = page.setting(turns);
  const content = turns === 0 ? asIs : pageContentOf(page.list, setting);
  const skew = skewOf(content.glyphs);
  if (skew === 0) return { content, back: null };
  return { content: pageContentOf(page.list, uprighted(setting, skew)), back: turnAround(setting, skew) };
}

/** True where the page's text tells so little of what it shows that its picture is the better witness. */
const isWorthless = ({ glyphs, guessed, implausible }: PageContent) =>
  implausible > 0 || guessed > MUCH_GUESSED * glyphs.length;

const isUnreliable = ({ glyphs, guessed, implausible }: PageContent) =>
  guessed > 0 ||
  implausible > 0 ||
  glyphs.filter(({ text }) => UNKNOWN_CHARACTER.test(text)).length > TOO_MANY_UNKNOWN * glyphs.length;
