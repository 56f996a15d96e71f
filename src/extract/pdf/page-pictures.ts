import type { Limits } from '../../schema/limits.js';
import type { Box } from '../../schema/sheet.js';
import { compose, type PlacedLayer, type PlacedPicture } from '../scan/picture/compose.js';
import { layerOf, RGBA } from '../scan/picture/layer.js';
import type { PictureResult, PictureTrouble } from '../scan/picture/picture.js';
import { areaOf, intersect, mapBox } from '../geometry/box.js';
import { loadCanvas } from './canvas.js';
import { drawPicture } from './draw-picture.js';
import { isFaxSpoilt } from './fax-data.js';
import { pageContentOf, type PageContent } from './page-content.js';
import type { PdfSource } from './open.js';
import { bytesToRead } from './pdf-bytes.js';
import { openPdf, type Pdf, type PdfPage } from './pdfjs.js';
import { tellsOfOmittedPicture, tellsOfSpoiltPicture } from './pdfjs-talk.js';

/**
 * What a page is, by what can be seen on it: text; text beside pictures that take up a good part of the page; pictures alone; pictures
 * with text that can't be seen, as OCR programs leave it; nothing.
 */
export type PageLook = 'text' | 'text-and-pictures' | 'pictures' | 'searchable-pictures' | 'blank';

/** A page's picture, and where on the page it lies. */
export interface PagePicture extends PictureResult {
  /** Points, origin top left of the page as shown upright; null without a picture. */
  readonly box: Box | null;
}

/** A page with its pictures. */
export interface PicturedPage {
  readonly look: PageLook;
  /** Points, as shown upright. */
  readonly width: number;
  readonly height: number;
  /** What else is on it. A text layer that OCR left is among what is hidden. */
  readonly content: PageContent;
  /** Decodes the pictures, or draws the page where it is more than pictures. */
  picture(): Promise<PagePicture>;
  /** Lets go of what the page holds in memory. */
  release(): void;
}

/** The part of a page that pictures beside text take up from which they may hold a table: more than a seal or a signature. */
const LEAST_PICTURES = 0.1;
/** Pixels for each inch of a page that is drawn: what a careful scan has. */
const DRAWN_DPI = 300;
const POINTS_PER_INCH = 72;

/** A PDF's pages with their pictures, which reading for text leaves out: the document is opened once more when the first is asked for. */
export class PagePictures {
  readonly #source: PdfSource;
  readonly #limits: Pick<Limits, 'pixelsPerPicture'>;
  #pdf: Promise<Pdf> | null = null;
  /** The file's bytes, kept once a picture's data had to be looked for in them. */
  #bytes: Promise<Uint8Array> | null = null;

  constructor(source: PdfSource, limits: Pick<Limits, 'pixelsPerPicture'>) {
    this.#source = source;
    this.#limits = limits;
  }

  /** Null for a page that can't be read. */
  async open(number: number): Promise<PicturedPage | null> {
    const { bytes, password } = this.#source;
    this.#pdf ??= openPdf(bytes, { largestPicture: this.#limits.pixelsPerPicture, password });
    const pdf = await this.#pdf;
    const page = await pdf.page(number).catch(() => null);
    if (page === null) return null;
    const setting = page.setting(0);
    const { width, height } = setting;
    const content = pageContentOf(page.list, setting);
    return {
      look: lookOf(content, page, areaOf([0, 0, width, height])),
      width,
      height,
      content,
      picture: () => this.#pictureOf(page, number, content),
      release: () => {
        page.release();
      },
    };
  }

  async close(): Promise<void> {
    const pdf = await this.#pdf?.catch(() => null);
    await pdf?.close();
  }

  async #pictureOf(page: PdfPage, number: number, content: PageContent): Promise<PagePicture> {
    const { layers, isDamaged } = await layersOf(
      page,
      content,
      () => (this.#bytes ??= bytesToRead(this.#source.bytes)),
    );
    const { pixelsPerPicture } = this.#limits;
    const composed = layers.length === 0 ? null : compose(layers, pixelsPerPicture);
    const isTooLarge = (layers.length > 0 && composed === null) || tellsOfOmittedPicture(page.said);
    const isSpoilt = isDamaged || tellsOfSpoiltPicture(page.said);
    const trouble: PictureTrouble | null = isSpoilt ? 'damaged' : isTooLarge ? 'too-large' : null;
    if (!isMoreThanPictures(content)) return resultOf(composed, trouble);
    const { width, height } = page.setting(0);
    const drawn = await drawnPage(this.#source, number, [width, height], pixelsPerPicture);
    return drawn === null ? resultOf(composed, trouble ?? 'not-drawn') : resultOf(drawn, trouble);
  }
}

const resultOf = (placed: PlacedPicture | null, trouble: PictureTrouble | null): PagePicture =>
  placed === null ? { picture: null, box: null, trouble } : { ...placed, trouble };

function lookOf(content: PageContent, { said }: Pick<PdfPage, 'said'>, page: number): PageLook {
  const shown = content.pictures.map(({ matrix, clip }) => areaOf(intersect(mapBox(matrix, [0, 0, 1, 1]), clip)));
  const part = shown.reduce((sum, area) => sum + area, 0) / page;
  if (content.glyphs.length > 0) return part >= LEAST_PICTURES ? 'text-and-pictures' : 'text';
  if (part === 0 && !tellsOfOmittedPicture(said)) return 'blank';
  return content.hidden.length > 0 ? 'searchable-pictures' : 'pictures';
}

/** Such a page shows what its pictures alone don't. */
const isMoreThanPictures = ({ glyphs, hasDrawings }: PageContent) => glyphs.length > 0 || hasDrawings;

type LoadBytes = () => Promise<Uint8Array>;

interface Layers {
  readonly layers: readonly PlacedLayer[];
  /** True where a picture could not be decoded, or its data is not whole. */
  readonly isDamaged: boolean;
}

async function layersOf(page: PdfPage, { pictures }: PageContent, bytes: LoadBytes): Promise<Layers> {
  const layers: PlacedLayer[] = [];
  let isDamaged = false;
  for (const { source, matrix, clip, stencil } of pictures) {
    if (areaOf(intersect(mapBox(matrix, [0, 0, 1, 1]), clip)) === 0) continue;
    const decoded = typeof source === 'string' ? await page.pixels(source) : source;
    const layer = layerOf(decoded, stencil);
    if (layer !== null) layers.push({ layer, matrix, clip });
    isDamaged ||= layer === null || (await isSpoiltFax(decoded, bytes));
  }
  return { layers, isDamaged };
}

const isSpoiltFax = async (decoded: unknown, bytes: LoadBytes): Promise<boolean> => {
  const reference = typeof decoded === 'object' && decoded !== null && 'ref' in decoded ? decoded.ref : null;
  return typeof reference === 'string' && (await isFaxSpoilt(await bytes(), reference));
};

/** The page as a viewer shows it; null where the drawing library is missing or fails. */
async function drawnPage(
  source: PdfSource,
  page: number,
  [width, height]: readonly [number, number],
  most: number,
): Promise<PlacedPicture | null> {
  const scale = Math.min(DRAWN_DPI / POINTS_PER_INCH, Math.sqrt(most / (width * height)));
  try {
    const canvas = loadCanvas()?.createCanvas(Math.floor(width * scale), Math.floor(height * scale));
    if (canvas === undefined) return null;
    await drawPicture(canvas, source, { page, turns: 0, scale });
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const layer = layerOf({ width: canvas.width, height: canvas.height, data, kind: RGBA }, null);
    return layer && { picture: { ...layer, dpi: scale * POINTS_PER_INCH }, box: [0, 0, width, height] };
  } catch {
    return null;
  }
}
