import { halfWidth } from '../../../normalize/text/characters.js';
import type { LineReading } from './ocr-engine.js';

/** A character that a recogniser saw, and how likely it is where it is likeliest. */
interface Character {
  text: string;
  probability: number;
  /** The first step that shows it, and the last. */
  readonly first: number;
  last: number;
}

/** The characters of a recogniser's classes; the first stands for nothing. */
export interface Alphabet {
  readonly characters: readonly string[];
  /** Pairs of classes that are one sign, full-width and half-width. */
  readonly widths: readonly (readonly [number, number])[];
  /** For each class the one of its sign's half-width form; itself where it has none. */
  readonly signs: readonly number[];
}

export function alphabetOf(characters: readonly string[]): Alphabet {
  const places = new Map(characters.map((character, at) => [character, at]));
  const signs = characters.map((character, at) => places.get(halfWidth(character)) ?? at);
  const widths = signs.flatMap((narrow, at): [number, number][] => (narrow === at ? [] : [[at, narrow]]));
  return { characters, widths, signs };
}

/**
 * Reads the likeliest text off a recogniser's output (connectionist temporal classification, Graves et al. 2006): `steps` rows of
 * probabilities for each class of an alphabet. Repeated steps are one character. A sign is as likely as it is in both its widths, and
 * repeated in the other one it is the same: which of them it has says nothing of whether it is there.
 */
export function decodeCtc(probabilities: Float32Array, steps: number, alphabet: Alphabet): LineReading {
  const { characters, signs } = alphabet;
  const classes = characters.length;
  const read: Character[] = [];
  let last = 0;
  for (let step = 0; step < steps; step += 1) {
    const { best, probability } = likeliest(probabilities, step * classes, alphabet);
    const sign = signs[best] as number;
    const text = characters[best] as string;
    const current = read.at(-1);
    if (sign !== 0 && sign !== last) read.push({ text, probability, first: step, last: step });
    else if (sign !== 0 && current) {
      if (probability > current.probability) Object.assign(current, { text, probability });
      current.last = step;
    }
    last = sign;
  }
  return {
    text: read.map(({ text }) => text).join(''),
    confidence: read.length === 0 ? 0 : Math.min(...read.map(({ probability }) => probability)),
    places: read.map(({ first, last }) => (first + last + 1) / 2 / steps),
  };
}

/** The likeliest class of a step, in the likelier of its widths, and how likely it is in both together. */
function likeliest(
  values: Float32Array,
  start: number,
  { characters, widths }: Alphabet,
): { best: number; probability: number } {
  let best = 0;
  let probability = values[start] as number;
  // What is likelier than not is likelier than all that follows: mostly that there is nothing.
  for (let index = 1, at = start + 1; index < characters.length && probability <= 0.5; index += 1, at += 1) {
    const value = values[at] as number;
    if (value <= probability) continue;
    best = index;
    probability = value;
  }
  for (const [wide, narrow] of widths) {
    const [one, other] = [values[start + wide] as number, values[start + narrow] as number];
    if (one + other <= probability) continue;
    probability = one + other;
    best = one > other ? wide : narrow;
  }
  return { best, probability: Math.min(1, probability) };
}
