import type { Box } from '../../../schema/sheet.js';
import { mapBox } from '../../geometry/box.js';
import { verticalMetricOf } from './font-metrics.js';
import { PLAIN_STYLE, type Direction, type Glyph, type Style } from '../../geometry/glyph.js';
import type { GraphicsState } from './graphics-state.js';
import { apply, multiply, scaleOf, type Matrix } from '../../geometry/matrix.js';

/** The em box of a CJK font, in ems above and below the baseline; Latin letters and digits lie in it too. */
const [ASCENT, DESCENT] = [0.88, -0.12];

/** What a show-text operator shows: glyphs, and numbers that move the next one back by thousandths of the font size. */
interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: unknown;
}

const isGlyph = (value: unknown): value is PdfGlyph =>
  typeof value === 'object' &&
  value !== null &&
  'unicode' in value &&
  typeof value.unicode === 'string' &&
  'width' in value &&
  typeof value.width === 'number';

/**
 * The glyphs of one show-text operator, placed on the page (ISO 32000-1, 9.4.4). Moves the state's pen behind them. `ink` is how they are
 * painted; which way they run is told by their matrix.
 */
export function showText(
  state: GraphicsState,
  items: readonly unknown[],
  ink: Style = PLAIN_STYLE,
  order = 0,
): Glyph[] {
  const sign = state.fontSize < 0 ? -1 : 1;
  const size = Math.abs(state.fontSize);
  const toPage = multiply(state.matrix, multiply(state.textMatrix, penMatrix(state, sign)));
  const em = size * scaleOf(toPage) * state.font.em;
  const place = placing(state, toPage, size, em, { ink, order });
  const glyphs: Glyph[] = [];
  let pen = 0;
  for (const item of items) {
    if (typeof item === 'number') pen += ((state.font.vertical ? 1 : -1) * item * size) / 1000;
    else if (isGlyph(item)) {
      const spacing = (item.isSpace ? state.wordSpacing : 0) + state.charSpacing;
      const { glyph, advance } = place(item, pen, spacing * sign);
      if (item.unicode !== '' && Number.isFinite(glyph.x + glyph.y)) glyphs.push(glyph);
      pen += advance;
    }
  }
  if (state.font.vertical) state.y -= pen;
  else state.x += pen * state.horizontalScale * sign;
  return glyphs;
}

/** From the pen's own line, glyphs upright on it, to text space. */
const penMatrix = ({ x, y, rise, horizontalScale }: GraphicsState, sign: number): Matrix => [
  horizontalScale * sign,
  0,
  0,
  sign,
  x,
  y + rise,
];

type Place = (item: PdfGlyph, pen: number, spacing: number) => { glyph: Glyph; advance: number };

interface Painting {
  readonly ink: Style;
  readonly order: number;
}

function placing(state: GraphicsState, toPage: Matrix, size: number, em: number, { ink, order }: Painting): Place {
  const [dx, dy] = state.font.vertical ? [-toPage[2], -toPage[3]] : [toPage[0], toPage[1]];
  const { direction, slant } = courseOf(dx, dy);
  const { vertical: isVertical } = state.font;
  const style = slant === 0 ? ink : { ...ink, slant };
  const shared = { size: em, direction, isVertical, textObject: state.textObject, order, style };
  return isVertical ? placingDown(state, toPage, size, shared) : placingAlong(state, toPage, size, shared);
}

type Shared = Pick<Glyph, 'size' | 'direction' | 'isVertical' | 'textObject' | 'order' | 'style'>;

/** Written out: it is done for every glyph, and spreading costs more than all else that is. */
const glyphOf = (
  text: string,
  box: Box,
  [x, y]: readonly [number, number],
  advance: number,
  { size, direction, isVertical, textObject, order, style }: Shared,
): Glyph => ({ text, box, x, y, advance, size, direction, isVertical, textObject, order, style });

function placingAlong(state: GraphicsState, toPage: Matrix, size: number, shared: Shared): Place {
  const stretch = Math.hypot(toPage[0], toPage[1]);
  const [top, bottom] = [ASCENT * size * state.font.em, DESCENT * size * state.font.em];
  return (item, pen, spacing) => {
    const width = item.width * state.font.widthScale * size;
    const box = mapBox(toPage, [pen, bottom, pen + width, top]);
    const advance = width + spacing;
    return { glyph: glyphOf(item.unicode, box, apply(toPage, pen, 0), advance * stretch, shared), advance };
  };
}

/** Vertical writing: the pen goes down, and the baseline is the line through the middle of the glyphs. */
function placingDown(state: GraphicsState, toPage: Matrix, size: number, shared: Shared): Place {
  const stretch = Math.hypot(toPage[2], toPage[3]);
  return (item, pen, spacing) => {
    const [metricAdvance, , originY] = verticalMetricOf(item.vmetric) ?? state.font.verticalMetric;
    const scale = state.font.widthScale * size;
    const height = -metricAdvance * scale;
    const half = (item.width * scale) / 2;
    const top = -pen - (originY * scale - ASCENT * size);
    const box = mapBox(toPage, [-half, top - height, half, top]);
    const advance = height - spacing;
    return { glyph: glyphOf(item.unicode, box, apply(toPage, 0, -pen), advance * stretch, shared), advance };
  };
}

/** The quarter turn next to a direction on the page, whose y axis points down, and by how many degrees the direction goes past it. */
function courseOf(dx: number, dy: number): { readonly direction: Direction; readonly slant: number } {
  if (dy === 0 && dx > 0) return { direction: 0, slant: 0 };
  const direction = quarterOf(dx, dy);
  const degrees = (Math.atan2(dy, dx) * 180) / Math.PI;
  const past = ((degrees - 90 * direction + 540) % 360) - 180;
  return { direction, slant: Math.abs(past) < ROUNDING_DEGREES || !Number.isFinite(past) ? 0 : past };
}

/** Degrees. Producers write matrices with so few digits. */
const ROUNDING_DEGREES = 0.01;

function quarterOf(dx: number, dy: number): Direction {
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 2;
  return dy > 0 ? 1 : 3;
}
