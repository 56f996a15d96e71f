import { matrixFrom, numbersFrom, type Matrix } from '../../geometry/matrix.js';

/** What placing a font's glyphs needs. */
export interface FontMetrics {
  readonly vertical: boolean;
  /** From glyph space to text space; a thousandth for all fonts but Type 3. */
  readonly widthScale: number;
  /** The height of its em, as a part of the font size. */
  readonly em: number;
  /** Vertical writing: the advance, and the origin's offset, in glyph space. */
  readonly verticalMetric: VerticalMetric;
  /** False where nothing tells which characters its glyphs are: what is read of it is a guess. */
  readonly isTold: boolean;
}

export type VerticalMetric = readonly [advance: number, originX: number, originY: number];

const THOUSANDTH = 0.001;
const GLYPH_SPACE: Matrix = [THOUSANDTH, 0, 0, THOUSANDTH, 0, 0];
/** The default of ISO 32000-1, 9.7.4.3: one em down from a point 0.88 em above the baseline. */
const VERTICAL_METRIC: VerticalMetric = [-1000, 500, 880];

export const PLAIN_FONT: FontMetrics = {
  vertical: false,
  widthScale: THOUSANDTH,
  em: 1,
  verticalMetric: VERTICAL_METRIC,
  isTold: true,
};

/** Stands for a font that is missing or damaged. */
export const UNKNOWN_FONT: FontMetrics = { ...PLAIN_FONT, isTold: false };

/** The metrics of a font as pdf.js hands it over; a font that is damaged is measured as a plain one. */
export function fontMetricsOf(font: unknown): FontMetrics {
  if (typeof font !== 'object' || font === null) return UNKNOWN_FONT;
  const { vertical, fontMatrix, isType3Font, bbox, defaultVMetrics, composite, toUnicode, type } = font as Record<
    string,
    unknown
  >;
  const [a, , , d] = matrixFrom(fontMatrix) ?? GLYPH_SPACE;
  return {
    vertical: vertical === true,
    widthScale: a === 0 ? THOUSANDTH : a,
    em: isType3Font === true ? emOf(numbersFrom(bbox), d) : 1,
    verticalMetric: verticalMetricOf(defaultVMetrics) ?? VERTICAL_METRIC,
    isTold: type !== FALLBACK && !(composite === true && isIdentity(toUnicode)),
  };
}

/** The type that pdf.js gives the font that it takes for a missing one. */
const FALLBACK = 'FallbackType';

/** pdf.js takes codes for characters where the file has no table of them (its `IdentityToUnicodeMap`); other fonts have a table. */
const isIdentity = (toUnicode: unknown) =>
  typeof toUnicode === 'object' && toUnicode !== null && 'firstChar' in toUnicode;

/** A Type 3 font has no em; its box stands for one. */
function emOf([, bottom = 0, , top = 0]: Iterable<number>, scale: number): number {
  const height = Math.abs((top - bottom) * scale);
  return height > 0 ? height : 1;
}

export function verticalMetricOf(value: unknown): VerticalMetric | null {
  const [advance, originX, originY] = numbersFrom(value);
  if (advance === undefined || originX === undefined || originY === undefined) return null;
  return [advance, originX, originY];
}
