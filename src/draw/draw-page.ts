import type { PageContent } from '../extract/pdf/page-content.js';
import { pageContentOf } from '../extract/pdf/page-content.js';
import { openForText, type PdfSource } from '../extract/pdf/open.js';
import { turnsOf } from '../extract/pdf/upright.js';
import type { Limits } from '../schema/limits.js';
import type { Cell } from '../schema/sheet.js';
import type { CanvasLibrary } from '../extract/pdf/canvas.js';
import { drawOverlay } from './overlay.js';
import { drawPicture } from '../extract/pdf/draw-picture.js';

/** Pixels. Larger pictures open in few programs; a page of an absurd size is drawn smaller. */
const LONGEST_SIDE = 12_000;

export interface PageToDraw extends PdfSource {
  readonly limits: Limits;
  readonly page: number;
  /** Pixels for each point. */
  readonly scale: number;
  /** The page's cells, as its sheets have them. */
  readonly cells: readonly Cell[];
}

export interface DrawnPage {
  readonly png: Uint8Array;
  readonly rulings: number;
  readonly glyphs: number;
  /** Why the page's own picture is missing, or null where it is there. */
  readonly pictureError: string | null;
}

/** Draws a page with its rulings, cells and glyphs as they were read. Null where the page can't be read. */
export async function drawPage(
  { limits, page, scale, cells, ...source }: PageToDraw,
  { createCanvas }: CanvasLibrary,
): Promise<DrawnPage | null> {
  const read = await readPage(source, limits, page);
  if (read === null) return null;
  const { content, turns, width, height } = read;
  const pixels = Math.min(scale, LONGEST_SIDE / Math.max(width, height));
  const newCanvas = () => createCanvas(Math.max(1, Math.ceil(width * pixels)), Math.max(1, Math.ceil(height * pixels)));
  let canvas = newCanvas();
  const pictureError = await drawPicture(canvas, source, { page, turns, scale: pixels }).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (pictureError !== null) canvas = newCanvas(); // without what was drawn until then
  const context = canvas.getContext('2d');
  context.resetTransform();
  if (pictureError !== null) {
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.scale(pixels, pixels);
  drawOverlay(context, content, cells, [width, height]);
  return {
    png: await canvas.encode('png'),
    rulings: content.rulings.length,
    glyphs: content.glyphs.length,
    pictureError,
  };
}

interface ReadPage {
  readonly content: PageContent;
  readonly turns: number;
  readonly width: number;
  readonly height: number;
}

/** The page as its sheets were read from it: turned where its text runs sideways. */
async function readPage(source: PdfSource, limits: Limits, number: number): Promise<ReadPage | null> {
  const pdf = await openForText(source, limits);
  try {
    const page = await pdf.page(number).catch(() => null);
    if (page === null) return null;
    const asItStands = pageContentOf(page.list, page.setting(0));
    const turns = turnsOf(asItStands.glyphs);
    const setting = page.setting(turns);
    const content = turns === 0 ? asItStands : pageContentOf(page.list, setting);
    return { content, turns, width: setting.width, height: setting.height };
  } finally {
    await pdf.close();
  }
}
