import type { GraphicsState } from './graphics-state.js';
import { BLACK, UNKNOWN_COLOUR } from '../paint/colour.js';
import { OPS } from '../library/pdfjs-library.js';
import { numberFrom } from './operands.js';
import type { Operator, OperatorEntry } from './page-painting.js';
import { setFont, type FontLookUp } from './text-operators.js';

/** As pdf.js calls it. */
const NORMAL_BLEND = 'source-over';

/** pdf.js writes `#rrggbb`. */
const colourFrom = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : BLACK);

const fillWithPattern: Operator = ({ stack }) => {
  stack.state.fillColour = UNKNOWN_COLOUR;
};
const strokeWithPattern: Operator = ({ stack }) => {
  stack.state.strokeColour = UNKNOWN_COLOUR;
};

/** What a dictionary of parameters sets (ISO 32000-1, 8.4.5): pairs of names and values. */
function setParameters(state: GraphicsState, pairs: unknown, fonts: FontLookUp): void {
  if (!Array.isArray(pairs)) return;
  for (const pair of pairs as unknown[]) {
    if (!Array.isArray(pair)) continue;
    const [name, value] = pair as unknown[];
    if (name === 'ca') state.fillAlpha = numberFrom(value, 1);
    else if (name === 'CA') state.strokeAlpha = numberFrom(value, 1);
    else if (name === 'SMask') state.hasMask = value !== false || (pairs as unknown[]).length === 1;
    else if (name === 'BM') state.isBlended = value !== NORMAL_BLEND;
    else if (name === 'LW') state.lineWidth = numberFrom(value, 1);
    else if (name === 'Font' && Array.isArray(value)) setFont(state, value[0], value[1], fonts);
  }
}

/** The graphics state, as far as glyphs and rules depend on it. */
export const STATE_OPERATORS: readonly OperatorEntry[] = [
  [
    OPS.setLineWidth,
    ({ stack }, [width]) => {
      stack.state.lineWidth = numberFrom(width, 1);
    },
  ],
  [
    OPS.setFillRGBColor,
    ({ stack }, [colour]) => {
      stack.state.fillColour = colourFrom(colour);
    },
  ],
  [
    OPS.setStrokeRGBColor,
    ({ stack }, [colour]) => {
      stack.state.strokeColour = colourFrom(colour);
    },
  ],
  [OPS.setFillColorN, fillWithPattern],
  [OPS.setFillTransparent, fillWithPattern],
  [OPS.setStrokeColorN, strokeWithPattern],
  [OPS.setStrokeTransparent, strokeWithPattern],
  [
    OPS.setGState,
    (painting, [pairs]) => {
      setParameters(painting.stack.state, pairs, painting);
    },
  ],
];
