/** A colour that one number for each of red, green and blue does not tell: a pattern, a shading, a picture. */
export const UNKNOWN_COLOUR = 'unknown';
export const BLACK = '#000000';
export const WHITE = '#ffffff';

/** Of 255, in each of red, green and blue. Nobody sees a difference that is smaller. */
const UNSEEN_DIFFERENCE = 5;
/** Of 255, between the strongest and the weakest of red, green and blue: less is a grey. */
const CHROMATIC = 60;

type Channels = readonly [red: number, green: number, blue: number];

/** Null for a colour that is not known. pdf.js writes `#rrggbb`. */
function channelsOf(colour: string): Channels | null {
  const value = /^#[0-9a-f]{6}$/i.test(colour) ? Number.parseInt(colour.slice(1), 16) : NaN;
  return Number.isNaN(value) ? null : [value >> 16, (value >> 8) & 255, value & 255];
}

/** True where nobody can tell one colour from the other; false where one of them is not known. */
export function looksLike(a: string, b: string): boolean {
  if (a === b) return a !== UNKNOWN_COLOUR;
  if (a === BLACK && b === WHITE) return false;
  const [one, other] = [channelsOf(a), channelsOf(b)];
  return (
    one !== null && other !== null && one.every((value, at) => Math.abs(value - (other[at] ?? 0)) <= UNSEEN_DIFFERENCE)
  );
}

/** Luma as of ITU-R BT.601, 0 for black and 1 for white, as the colour looks on white paper; 0 for one that is not known. */
export function lightnessOf(colour: string, alpha: number): number {
  const [red, green, blue] = channelsOf(colour) ?? [0, 0, 0];
  return 1 - alpha * (1 - (0.299 * red + 0.587 * green + 0.114 * blue) / 255);
}

/** True for red, blue and other colours that are no grey. */
export function isChromatic(colour: string): boolean {
  const channels = channelsOf(colour);
  return channels !== null && Math.max(...channels) - Math.min(...channels) >= CHROMATIC;
}

/** What a colour and its opacity are on the page. */
export interface Paint {
  readonly colour: string;
  /** 0 to 1, the groups that it is painted in included. */
  readonly alpha: number;
}
