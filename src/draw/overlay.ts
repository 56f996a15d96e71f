import type { SKRSContext2D } from '@napi-rs/canvas';
import { centreOf, type Direction, type Glyph } from '../extract/geometry/glyph.js';
import type { PageContent } from '../extract/pdf/page-content.js';
import type { Box, Cell } from '../schema/sheet.js';

/** Distinct for those who see no difference of red and green, too (after Okabe and Ito, 2008). */
const COLOUR = {
  veil: 'rgba(255, 255, 255, 0.45)',
  ruling: '#d55e00',
  cell: '#0072b2',
  labelGround: 'rgba(255, 255, 255, 0.85)',
  cellGround: 'rgba(86, 180, 233, 0.12)',
  glyphInCell: '#009e73',
  glyphOutside: '#cc79a7',
  hidden: '#999999',
} as const;

/** Points. */
const LINE = { ruling: 0.7, cell: 0.8, glyph: 0.25, baseline: 0.6 } as const;
/** Points. A cell's box is drawn inside its rules, so that both can be seen. */
const INSET_PT = 1.2;
const LABEL_PT = 5;
const ORIGIN_RADIUS_PT = 0.8;

/** A step along a text, by its direction. */
const ALONG: Readonly<Record<Direction, readonly [right: number, down: number]>> = {
  0: [1, 0],
  1: [0, 1],
  2: [-1, 0],
  3: [0, -1],
};

/** Draws what was read of a page over its picture. The context's unit is the point. */
export function drawOverlay(
  context: SKRSContext2D,
  content: PageContent,
  cells: readonly Cell[],
  [width, height]: readonly [number, number],
): void {
  context.fillStyle = COLOUR.veil;
  context.fillRect(0, 0, width, height);
  for (const cell of cells) if (cell.box) drawCell(context, cell.box);
  context.strokeStyle = COLOUR.ruling;
  context.lineWidth = LINE.ruling;
  for (const { axis, at, from, to } of content.rulings)
    drawLine(context, axis === 'horizontal' ? [from, at, to, at] : [at, from, at, to]);
  const isInCell = (glyph: Glyph) => cells.some(({ box }) => box !== null && contains(box, centreOf(glyph)));
  for (const glyph of content.glyphs)
    drawGlyph(context, glyph, isInCell(glyph) ? COLOUR.glyphInCell : COLOUR.glyphOutside);
  for (const glyph of content.hidden) drawGlyph(context, glyph, COLOUR.hidden);
  for (const cell of cells) if (cell.box) drawLabel(context, cell, cell.box);
}

function drawCell(context: SKRSContext2D, [x0, y0, x1, y1]: Box): void {
  const rectangle = [x0 + INSET_PT, y0 + INSET_PT, x1 - x0 - 2 * INSET_PT, y1 - y0 - 2 * INSET_PT] as const;
  context.fillStyle = COLOUR.cellGround;
  context.fillRect(...rectangle);
  context.strokeStyle = COLOUR.cell;
  context.lineWidth = LINE.cell;
  context.strokeRect(...rectangle);
}

/** The cell's place, row:column, and its span, on white in the cell's corner. */
function drawLabel(context: SKRSContext2D, { row, column, rowSpan, columnSpan }: Cell, [x0, y0]: Box): void {
  const label = `${row}:${column}${rowSpan === 1 && columnSpan === 1 ? '' : ` ${rowSpan}×${columnSpan}`}`;
  context.font = `${LABEL_PT}px sans-serif`;
  const [left, top] = [x0 + 1.5 * INSET_PT, y0 + 1.5 * INSET_PT];
  context.fillStyle = COLOUR.labelGround;
  context.fillRect(left, top, context.measureText(label).width, LABEL_PT);
  context.fillStyle = COLOUR.cell;
  context.textBaseline = 'top';
  context.fillText(label, left, top);
}

/** Its box, a dot where its baseline begins, and the baseline as far as the next glyph. */
function drawGlyph(context: SKRSContext2D, { box, x, y, advance, direction }: Glyph, colour: string): void {
  const [x0, y0, x1, y1] = box;
  context.strokeStyle = colour;
  context.lineWidth = LINE.glyph;
  context.strokeRect(x0, y0, x1 - x0, y1 - y0);
  context.lineWidth = LINE.baseline;
  const [right, down] = ALONG[direction];
  drawLine(context, [x, y, x + right * advance, y + down * advance]);
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, ORIGIN_RADIUS_PT, 0, 2 * Math.PI);
  context.fill();
}

function drawLine(context: SKRSContext2D, [x0, y0, x1, y1]: readonly [number, number, number, number]): void {
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.stroke();
}

const contains = ([x0, y0, x1, y1]: Box, [x, y]: readonly [number, number]) => x >= x0 && x <= x1 && y >= y0 && y <= y1;
