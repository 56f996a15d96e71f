import type { LineReading } from './ocr-engine.js';

/** A character that a recogniser saw, and how likely it is where it is likeliest. */
interface Character {
  readonly text: string;
  probability: number;
  /** The first step that shows it, and the last. */
  readonly first: number;
  last: number;
}

/**
 * Reads the likeliest text off a recogniser's output (connectionist temporal classification, Graves et al. 2006): `steps` rows of
 * probabilities for each of `characters`, whose first stands for nothing. Repeated steps are one character.
 */
export function decodeCtc(probabilities: Float32Array, steps: number, characters: readonly string[]): LineReading {
  const classes = characters.length;
  const read: Character[] = [];
  let last = 0;
  for (let step = 0; step < steps; step += 1) {
    const best = likeliest(probabilities, step * classes, classes);
    const probability = probabilities[step * classes + best] as number;
    const current = read.at(-1);
    if (best !== 0 && best !== last) read.push({ text: characters[best] ?? '', probability, first: step, last: step });
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

/** Which of some values is the greatest. */
function likeliest(values: Float32Array, start: number, count: number): number {
  let best = 0;
  for (let index = 1; index < count; index += 1)
    if ((values[start + index] as number) > (values[start + best] as number)) best = index;
  return best;
}
