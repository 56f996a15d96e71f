import { OPS } from './pdfjs-library.js';
import { PLAIN_FONT, type FontMetrics } from './font-metrics.js';
import type { GraphicsState } from './graphics-state.js';
import { IDENTITY, matrixFrom, type Matrix } from '../geometry/matrix.js';

/** Looks fonts up, and counts text objects. */
export interface TextSetting {
  readonly fontNamed: (name: string) => FontMetrics;
  readonly nextTextObject: () => number;
}

/** Does what an operator of the text state (ISO 32000-1, 9.3 and 9.4) does; false where it is none, and for those that show text. */
export function readTextOperator(
  state: GraphicsState,
  operator: number,
  [first, second]: readonly unknown[],
  setting: TextSetting,
): boolean {
  switch (operator) {
    case OPS.beginText:
      setTextMatrix(state, IDENTITY);
      state.textObject = setting.nextTextObject();
      return true;
    case OPS.setFont:
      setFont(state, first, second, setting);
      return true;
    case OPS.setCharSpacing:
      state.charSpacing = numberFrom(first, 0);
      return true;
    case OPS.setWordSpacing:
      state.wordSpacing = numberFrom(first, 0);
      return true;
    case OPS.setHScale:
      state.horizontalScale = numberFrom(first, 100) / 100;
      return true;
    case OPS.setLeading:
      state.leading = numberFrom(first, 0);
      return true;
    case OPS.setTextRise:
      state.rise = numberFrom(first, 0);
      return true;
    case OPS.setTextRenderingMode:
      state.renderMode = numberFrom(first, 0);
      return true;
    case OPS.setTextMatrix:
      setTextMatrix(state, matrixFrom(first) ?? IDENTITY);
      return true;
    case OPS.setLeadingMoveText:
      state.leading = -numberFrom(second, 0);
      moveText(state, numberFrom(first, 0), numberFrom(second, 0));
      return true;
    case OPS.moveText:
      moveText(state, numberFrom(first, 0), numberFrom(second, 0));
      return true;
    case OPS.nextLine:
      moveText(state, 0, -state.leading);
      return true;
    default:
      return false;
  }
}

export function setFont(
  state: GraphicsState,
  name: unknown,
  size: unknown,
  { fontNamed }: Pick<TextSetting, 'fontNamed'>,
): void {
  state.font = typeof name === 'string' ? fontNamed(name) : PLAIN_FONT;
  state.fontSize = numberFrom(size, 0);
}

function setTextMatrix(state: GraphicsState, matrix: Matrix): void {
  Object.assign(state, { textMatrix: matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
}

function moveText(state: GraphicsState, dx: number, dy: number): void {
  state.x = state.lineX += dx;
  state.y = state.lineY += dy;
}

export const numberFrom = (value: unknown, otherwise: number) =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
