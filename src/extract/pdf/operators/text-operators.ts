import { PLAIN_FONT, type FontMetrics } from './font-metrics.js';
import type { GraphicsState } from './graphics-state.js';
import { IDENTITY, matrixFrom, type Matrix } from '../../geometry/matrix.js';
import { OPS } from '../library/pdfjs-library.js';
import { numberFrom } from './operands.js';
import type { OperatorEntry } from './page-painting.js';

export interface FontLookUp {
  fontNamed(name: string): FontMetrics;
}

function beginText(state: GraphicsState, textObject: number): void {
  setTextMatrix(state, IDENTITY);
  state.textObject = textObject;
}

export function setFont(state: GraphicsState, name: unknown, size: unknown, fonts: FontLookUp): void {
  state.font = typeof name === 'string' ? fonts.fontNamed(name) : PLAIN_FONT;
  state.fontSize = numberFrom(size, 0);
}

function setTextMatrix(state: GraphicsState, matrix: Matrix): void {
  state.textMatrix = matrix;
  state.x = state.y = state.lineX = state.lineY = 0;
}

function moveText(state: GraphicsState, dx: number, dy: number): void {
  state.x = state.lineX += dx;
  state.y = state.lineY += dy;
}

/** Text objects and the text state (ISO 32000-1, 9.3 and 9.4). */
export const TEXT_OPERATORS: readonly OperatorEntry[] = [
  [
    OPS.beginText,
    (painting) => {
      beginText(painting.stack.state, painting.nextTextObject());
    },
  ],
  [
    OPS.setFont,
    (painting, [name, size]) => {
      setFont(painting.stack.state, name, size, painting);
    },
  ],
  [
    OPS.setCharSpacing,
    ({ stack }, [value]) => {
      stack.state.charSpacing = numberFrom(value, 0);
    },
  ],
  [
    OPS.setWordSpacing,
    ({ stack }, [value]) => {
      stack.state.wordSpacing = numberFrom(value, 0);
    },
  ],
  [
    OPS.setHScale,
    ({ stack }, [value]) => {
      stack.state.horizontalScale = numberFrom(value, 100) / 100;
    },
  ],
  [
    OPS.setLeading,
    ({ stack }, [value]) => {
      stack.state.leading = numberFrom(value, 0);
    },
  ],
  [
    OPS.setTextRise,
    ({ stack }, [value]) => {
      stack.state.rise = numberFrom(value, 0);
    },
  ],
  [
    OPS.setTextRenderingMode,
    ({ stack }, [value]) => {
      stack.state.renderMode = numberFrom(value, 0);
    },
  ],
  [
    OPS.setTextMatrix,
    ({ stack }, [matrix]) => {
      setTextMatrix(stack.state, matrixFrom(matrix) ?? IDENTITY);
    },
  ],
  [
    OPS.moveText,
    ({ stack }, [dx, dy]) => {
      moveText(stack.state, numberFrom(dx, 0), numberFrom(dy, 0));
    },
  ],
  [
    OPS.setLeadingMoveText,
    ({ stack: { state } }, [dx, dy]) => {
      state.leading = -numberFrom(dy, 0);
      moveText(state, numberFrom(dx, 0), numberFrom(dy, 0));
    },
  ],
  [
    OPS.nextLine,
    ({ stack: { state } }) => {
      moveText(state, 0, -state.leading);
    },
  ],
  [
    OPS.showText,
    ({ text }, [items]) => {
      if (Array.isArray(items)) text.show(items);
    },
  ],
];
