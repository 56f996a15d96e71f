import type { Box } from '../../schema/sheet.js';
import { EVERYWHERE } from './box.js';
import type { FontMetrics } from './font-metrics.js';
import { IDENTITY, type Matrix } from './matrix.js';

/** What operators set and later ones use (ISO 32000-1, 8.4 and 9.3), as far as glyphs and rules depend on it. */
export interface GraphicsState {
  /** From user space to the upright page. */
  matrix: Matrix;
  /** The box around what may be drawn on, on the upright page. */
  clip: Box;
  lineWidth: number;
  fillColour: string;
  fillAlpha: number;
  /** True where a soft mask or a blend mode lets through what was painted before. */
  isSeenThrough: boolean;
  font: FontMetrics;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** A factor, 1 for 100 %. */
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
  textMatrix: Matrix;
  /** How many text objects (ISO 32000-1, 9.4) have begun. */
  textObject: number;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export const BLACK = '#000000';

export function initialState(matrix: Matrix, font: FontMetrics, clip: Box = EVERYWHERE): GraphicsState {
  return {
    matrix,
    clip,
    lineWidth: 1,
    fillColour: BLACK,
    fillAlpha: 1,
    isSeenThrough: false,
    font,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
    textMatrix: IDENTITY,
    textObject: 0,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}
