import { Failure } from '../../schema/failure.js';
import type { Limits } from '../../schema/limits.js';
import { RECTANGLES_PER_TABLE } from '../lattice/lattice.js';
import type { PageKind, PageReading } from '../pages/page-reading.js';
import { areaOf } from '../geometry/box.js';
import { centreOf, type Glyph } from '../geometry/glyph.js';
import { type Matrix, multiply } from '../geometry/matrix.js';
import { pageItemsOf } from '../pdf/page-tables.js';
import { turnsOf } from '../pdf/upright.js';
import { tooManyPages } from '../source/refusal.js';
import { pictureAt } from '../scan/picture/pictures-of-file.js';
import type { PicturePageReader } from '../scan/picture-page.js';
import { isPictureMedia, mediaTypeOf } from '../source/sniff.js';
import { attribute, childOf, type Element, numbersIn } from '../xml/tree.js';
import { damagedPackage } from '../zip/refusal.js';
import type { ZipPackage } from '../zip/zip-package.js';
import { turnedPage } from './turned-page.js';
import { OfdPackage, type OfdPage } from './package.js';
import { type OfdContent, OfdPageReader, type OfdPicture } from './page-reader.js';
import { POINTS_PER_MM } from './units.js';

/** A page of fewer glyphs may be a picture with a page number on it. */
const GLYPHS_OF_TEXT = 80;
/** The part of the page from which a picture may be a scan of it. */
const LEAST_COVER = 0.3;

/** What a page may have beside its text and rules. */
const NOTHING_BESIDE = {
  hidden: [],
  guessed: 0,
  pictures: [],
  hasDrawings: false,
  doubtful: new Set<Glyph>(),
  remarks: [],
} as const;

interface OfdPageContent {
  readonly content: OfdContent;
  readonly width: number;
  readonly height: number;
}

/** The pages of an OFD file, read one at a time and in any order: glyphs and rules as those of a PDF. */
export class OfdPages {
  readonly findings = [];
  readonly #package: OfdPackage;
  readonly #pages: readonly OfdPage[];
  readonly #limits: Limits;
  readonly #pictureReader: PicturePageReader;

  private constructor(ofd: OfdPackage, pages: readonly OfdPage[], limits: Limits, pictureReader: PicturePageReader) {
    this.#package = ofd;
    this.#pages = pages;
    this.#limits = limits;
    this.#pictureReader = pictureReader;
  }

  /** @throws Failure `damaged`, `encrypted`, `too-many-pages` */
  static async open(
    name: string,
    zip: ZipPackage | null,
    limits: Limits,
    pictureReader: PicturePageReader,
  ): Promise<OfdPages> {
    if (zip === null) throw damagedPackage(name);
    const ofd = new OfdPackage(zip, name);
    const pages = await ofd.pages();
    if (pages.length === 0) throw damagedPackage(name);
    if (pages.length > limits.pagesPerFile) throw tooManyPages(name, pages.length, limits);
    return new OfdPages(ofd, pages, limits, pictureReader);
  }

  get count(): number {
    return this.#pages.length;
  }

  async read(page: number): Promise<PageReading> {
    const reading = (kind: PageKind, items: PageReading['items'] = []): PageReading => ({
      page,
      kind,
      items,
      isUnreliable: false,
      isIncomplete: false,
      findings: [],
    });
    const read = await this.contentOf(page);
    if (read === null) return reading('damaged');
    const { content, width, height } = read;
    if (content.isOversized) return reading('oversized');
    const glyphs = content.glyphs.filter((glyph) => isOnPage(glyph, width, height));
    if (glyphs.length < GLYPHS_OF_TEXT) {
      const pictured = await this.#readPicture(page, content, width, height);
      if (pictured !== null) return pictured;
    }
    const drawn = { ...NOTHING_BESIDE, glyphs, rulings: content.rulings };
    const options = { columns: this.#limits.columnsPerTable, rectangles: RECTANGLES_PER_TABLE };
    return reading(glyphs.length > 0 ? 'text' : 'blank', pageItemsOf(drawn, page, options));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** The bytes of a picture that a page shows; null where it is not in the file. */
  async pictureBytes({ path }: OfdPicture): Promise<Uint8Array | null> {
    const entry = this.#package.zip.find(path);
    return entry === undefined ? null : this.#package.zip.read(entry);
  }

  /** What a page draws, upright as its text is, and its size in points; null where it can't be read. */
  async contentOf(page: number): Promise<OfdPageContent | null> {
    const asIs = await this.#turnedContentOf(page, 0);
    if (asIs === null) return null;
    const turns = turnsOf(asIs.content.glyphs);
    return (turns === 0 ? null : await this.#turnedContentOf(page, turns)) ?? asIs;
  }

  /** `turns`: quarter turns clockwise by which the page is turned, so that its text runs to the right. Sizes in points. */
  async #turnedContentOf(page: number, turns: number): Promise<OfdPageContent | null> {
    const { content: path, document } = this.#pages[page - 1] ?? { content: null };
    const tree = path === null ? null : await this.#treeOf(path);
    if (tree === null || document === undefined) return null;
    const own = numbersIn(childOf(childOf(tree, 'Area'), 'PhysicalBox')?.text);
    const [x = 0, y = 0, width = 0, height = 0] = own.length === document.box.length ? own : document.box;
    const upright: Matrix = [POINTS_PER_MM, 0, 0, POINTS_PER_MM, -x * POINTS_PER_MM, -y * POINTS_PER_MM];
    const turned = turnedPage(width * POINTS_PER_MM, height * POINTS_PER_MM, turns);
    const toPage = multiply(turned.toPage, upright);
    const reader = new OfdPageReader(document, this.#limits);
    const [behind, before]: [Element[], Element[]] = [[], []];
    for (const template of tree.children.filter(({ name }) => name === 'Template')) {
      const location = document.templates.get(attribute(template, 'TemplateID') ?? '');
      const drawn = location === undefined ? null : await this.#treeOf(location);
      if (drawn !== null) (attribute(template, 'ZOrder') === 'Foreground' ? before : behind).push(drawn);
    }
    for (const each of [...behind, tree, ...before]) reader.read(each, toPage);
    return { content: reader.content, width: turned.width, height: turned.height };
  }

  async #treeOf(path: string): Promise<Element | null> {
    try {
      return await this.#package.tree(path);
    } catch (error) {
      if (error instanceof Failure && error.code === 'damaged') return null; // the other pages may be whole
      throw error;
    }
  }

  /** What the largest picture of a page with little or no text says; null where the text says more. */
  async #readPicture(page: number, content: OfdContent, width: number, height: number): Promise<PageReading | null> {
    const largest = content.pictures.toSorted((a, b) => areaOf(b.box) - areaOf(a.box))[0];
    if (!largest || areaOf(largest.box) < LEAST_COVER * width * height) return null;
    const bytes = await this.pictureBytes(largest);
    if (bytes === null || !isPictureMedia(mediaTypeOf(bytes))) return null;
    const result = await pictureAt(bytes, 1, this.#limits);
    const reading = await this.#pictureReader.read(page, withDpi(result, largest.box), {
      box: largest.box,
      width,
      height,
    });
    return content.glyphs.length > 0 && !reading.items.some((item) => 'table' in item) ? null : reading;
  }
}

const POINTS_PER_INCH = 72;

/** A picture's density on its page counts, not what its file says. */
function withDpi(
  result: Awaited<ReturnType<typeof pictureAt>>,
  [left, , right]: OfdContent['pictures'][number]['box'],
) {
  const { picture } = result;
  if (picture === null || right <= left) return result;
  return { ...result, picture: { ...picture, dpi: (picture.width * POINTS_PER_INCH) / (right - left) } };
}

function isOnPage(glyph: Glyph, width: number, height: number): boolean {
  const [x, y] = centreOf(glyph);
  return x >= 0 && x <= width && y >= 0 && y <= height;
}
