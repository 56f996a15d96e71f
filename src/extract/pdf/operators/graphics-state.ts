import type { Box } from '../../../schema/sheet.js';
import { EVERYWHERE } from '../../geometry/box.js';
import type { FontMetrics } from './font-metrics.js';
import { IDENTITY, type Matrix } from '../../geometry/matrix.js';
import { BLACK } from '../paint/colour.js';

/** What operators set and later ones use (ISO 32000-1, 8.4 and 9.3), as far as glyphs and rules depend on it. */
export interface GraphicsState {
  /** From user space to the upright page. */
  matrix: Matrix;
  /** The box around what may be drawn on, on the upright page. */
  clip: Box;
  /** True where that box is all that may be drawn on, and not only around it. */
  isClipBox: boolean;
  lineWidth: number;
  fillColour: string;
  strokeColour: string;
  fillAlpha: number;
  strokeAlpha: number;
  /** Of the groups (ISO 32000-1, 11.4) that this is painted in, all together. */
  groupAlpha: number;
  /** True where a soft mask may let through what was painted before. */
  hasMask: boolean;
  /** True where a blend mode lets through what was painted before. */
  isBlended: boolean;
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

export function initialState(matrix: Matrix, font: FontMetrics, clip: Box = EVERYWHERE): GraphicsState {
  return {
    matrix,
    clip,
    isClipBox: true,
    lineWidth: 1,
    fillColour: BLACK,
    strokeColour: BLACK,
    fillAlpha: 1,
    strokeAlpha: 1,
    groupAlpha: 1,
    hasMask: false,
    isBlended: false,
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
