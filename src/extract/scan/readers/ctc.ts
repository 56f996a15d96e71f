import { halfWidth } from '../../../normalize/characters.js';
import type { LineReading } from './ocr-engine.js';

/** A character that a recogniser saw, and how likely it is where it is likeliest. */
interface Character {
  readonly text: string;
  probability: number;
  /** The first step that shows it, and the last. */
  readonly first: number;
  last: number;
}

/** The characters of a recogniser's classes; the first stands for nothing. */
export interface Alphabet {
  readonly characters: readonly string[];
  /** Classes of one sign, full-width and half-width: 4 here is （, 5 is (. */
  readonly widths: readonly (readonly [number, number])[];
}

export function alphabetOf(characters: readonly string[]): Alphabet {
  const places = new Map(characters.map((character, at) => [character, at]));
  const widths = characters.flatMap((character, at): [number, number][] => {
    const narrow = halfWidth(character);
    const other = narrow === character ? undefined : places.get(narrow);
    return other === undefined ? [] : [[at, other]];
  });
  return { characters, widths };
}

/**
 * Reads the likeliest text off a recogniser's output (connectionist temporal classification, Graves et al. 2006): `steps` rows of
 * probabilities for each class of an alphabet. Repeated steps are one character. A sign is as likely as it is in both its widths: which
 * of them it has says nothing of whether it is there.
 */
export function decodeCtc(probabilities: Float32Array, steps: number, alphabet: Alphabet): LineReading {
  const classes = alphabet.characters.length;
  const read: Character[] = [];
  let last = 0;
  for (let step = 0; step < steps; step += 1) {
    const { best, probability } = likeliest(probabilities, step * classes, alphabet);
    const current = read.at(-1);
    if (best !== 0 && best !== last)
      read.push({ text: alphabet.characters[best] ?? '', probability, first: step, last: step });
    else if (best !== 0 && current) {
      current.probability = Math.max(current.probability, probability);
      current.last = step;
    }
    last = best;
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
  for (let index = 1; index < characters.length; index += 1)
    if ((values[start + index] as number) > (values[start + best] as number)) best = index;
  let probability = values[start + best] as number;
  for (const [wide, narrow] of widths) {
    const [one, other] = [values[start + wide] as number, values[start + narrow] as number];
    if (one + other <= probability) continue;
    probability = one + other;
    best = one > other ? wide : narrow;
  }
  return { best, probability: Math.min(1, probability) };
}
