import type { GraphicsState } from './graphics-state.js';
import { looksLike, type Paint, WHITE } from '../paint/colour.js';

/** Less can't be seen. */
export const OPAQUE_ENOUGH = 0.05;
const OPAQUE = 0.99;
/** Text render modes that paint nothing (ISO 32000-1, table 106). */
export const UNPAINTED_MODES: readonly number[] = [3, 7];
/** Those that paint the outline alone, and those that fill it as well. */
const OUTLINES: readonly number[] = [1, 5];
const FILLED_OUTLINES: readonly number[] = [2, 6];

export const fillOf = ({ fillColour, fillAlpha, groupAlpha }: GraphicsState): Paint => ({
  colour: fillColour,
  alpha: fillAlpha * groupAlpha,
});

export const strokeOf = ({ strokeColour, strokeAlpha, groupAlpha }: GraphicsState): Paint => ({
  colour: strokeColour,
  alpha: strokeAlpha * groupAlpha,
});

/** The ink of text, by its render mode; of a filled outline, the one of the two that can be seen on paper. */
export function inkOf(state: GraphicsState): Paint {
  const { renderMode } = state;
  const [fill, stroke] = [fillOf(state), strokeOf(state)];
  if (UNPAINTED_MODES.includes(renderMode)) return { ...fill, alpha: 0 };
  if (OUTLINES.includes(renderMode)) return stroke;
  const isUnseen = looksLike(fill.colour, WHITE) || !isSeen(fill);
  return FILLED_OUTLINES.includes(renderMode) && isUnseen ? stroke : fill;
}

export const isSeen = ({ alpha }: Paint) => alpha > OPAQUE_ENOUGH;

/** True where nothing that was painted before can be seen through it. */
export const hides = ({ alpha }: Paint, { hasMask, isBlended }: GraphicsState) =>
  alpha >= OPAQUE && !hasMask && !isBlended;
