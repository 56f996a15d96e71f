import sharp from 'sharp';
import type { DocumentSource } from '../extract/source/byte-source.js';
import type { Limits } from '../schema/limits.js';
import type { Cell } from '../schema/sheet.js';
import { withOwnSvg } from './own-svg.js';
import { pagePicture } from './page-picture.js';
import { escapedXml } from './xml-text.js';

/** Pixels. Larger pictures open in few programs; a page of an absurd size is drawn smaller. */
const LONGEST_SIDE = 12_000;
/** Points. */
const [LABEL_PT, LINE_PT, INSET_PT] = [4.5, 5.2, 1];
/** Longer readings are cut: the cell beside them is as wide as it is. Characters. */
const LONGEST_TEXT = 24;
/** Distinct for those who see no difference of red and green, too (after Okabe and Ito, 2008). */
const COLOUR = { cell: '#0072b2', agreed: '#009e73', differed: '#d55e00', ground: '#fff' } as const;

export interface ReadPage {
  readonly page: number;
  /** Pixels for each point. */
  readonly scale: number;
  /** The page's cells, as its sheets have them. */
  readonly cells: readonly Cell[];
  /** Of pictures that do not tell theirs; null to go by their size. */
  readonly dpi: number | null;
  readonly limits: Limits;
}

/**
 * A page that was read as a picture, with its cells and what each reader made of them, how sure it was in per cent; in PNG. Where readers
 * differ, the cell and its readings are orange. Null where the page can't be drawn. Throws a `Failure`.
 */
export async function drawReadings(
  source: DocumentSource,
  { page, scale, cells, dpi, limits }: ReadPage,
): Promise<Uint8Array | null> {
  const boxes = cells.flatMap(({ box }) => (box === null ? [] : [box]));
  const drawn = await pagePicture(source, { page, boxes, dpi, limits });
  if (drawn === null) return null;
  const pixels = Math.min(scale, LONGEST_SIDE / Math.max(drawn.width, drawn.height));
  const [width, height] = [Math.ceil(drawn.width * pixels), Math.ceil(drawn.height * pixels)];
  const overlay = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${drawn.width} ${drawn.height}">`,
    ...cells.map(shapeOf),
    '</svg>',
  ];
  return withOwnSvg(() =>
    sharp(drawn.picture)
      .resize(width, height, { fit: 'fill' })
      .flatten({ background: COLOUR.ground })
      .composite([{ input: Buffer.from(overlay.join('')) }])
      .png()
      .toBuffer(),
  );
}

function shapeOf({ box, row, column, readings = [] }: Cell): string {
  if (box === null) return '';
  const [x0, y0, x1, y1] = box;
  const texts = new Set(readings.map(({ text }) => text.replace(/\s/g, '')));
  const colour = texts.size > 1 ? COLOUR.differed : COLOUR.cell;
  const lines = [
    { text: `${row}:${column}`, fill: COLOUR.cell },
    ...readings.map(({ by, text, confidence }) => ({
      text: `${by} ${Math.round(confidence * 100)} ${shortened(text)}`,
      fill: texts.size > 1 ? COLOUR.differed : COLOUR.agreed,
    })),
  ];
  return [
    `<rect x="${x0 + INSET_PT}" y="${y0 + INSET_PT}" width="${Math.max(1, x1 - x0 - 2 * INSET_PT)}" height="${Math.max(1, y1 - y0 - 2 * INSET_PT)}" fill="${colour}" fill-opacity="0.06" stroke="${colour}" stroke-width="0.7"/>`,
    ...lines.map(
      ({ text, fill }, index) =>
        `<text x="${x0 + 2 * INSET_PT}" y="${y0 + (index + 1) * LINE_PT}" font-size="${LABEL_PT}" font-family="sans-serif" fill="${fill}" stroke="${COLOUR.ground}" stroke-width="1.2" paint-order="stroke">${escapedXml(text)}</text>`,
    ),
  ].join('');
}

const shortened = (text: string) => {
  const line = text.replace(/\n/g, '⏎');
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT)}…` : line;
};
