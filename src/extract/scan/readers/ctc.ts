import type { LineReading } from './ocr-engine.js';

/** A character that a recogniser saw, and what it would have been otherwise. */
interface Character {
  readonly text: string;
  readonly probability: number;
  readonly second: { readonly text: string; readonly probability: number } | null;
}

/** Second choices less likely than this are noise. */
const LIKELY_SECOND = 0.02;
const MOST_ALTERNATIVES = 3;

/**
 * Reads the likeliest text off a recogniser's output (connectionist temporal classification, Graves et al. 2006): `steps` rows of
 * probabilities for each of `characters`, whose first stands for nothing. Repeated steps are one character.
 */
export function decodeCtc(probabilities: Float32Array, steps: number, characters: readonly string[]): LineReading {
  const classes = characters.length;
  const read: Character[] = [];
  let last = 0;
  for (let step = 0; step < steps; step += 1) {
    const [best, bestP, second, secondP] = twoLikeliest(probabilities, step * classes, classes);
    if (best !== 0 && best !== last)
      read.push({
        text: characters[best] ?? '',
        probability: bestP,
        second:
          second !== 0 && secondP >= LIKELY_SECOND ? { text: characters[second] ?? '', probability: secondP } : null,
      });
    else if (best !== 0 && read.length > 0 && bestP > (read.at(-1) as Character).probability)
      read[read.length - 1] = { ...(read.at(-1) as Character), probability: bestP };
    last = best;
  }
  return {
    text: read.map(({ text }) => text).join(''),
    confidence: read.length === 0 ? 0 : Math.min(...read.map(({ probability }) => probability)),
    alternatives: alternativesOf(read),
  };
}

function twoLikeliest(values: Float32Array, start: number, count: number): [number, number, number, number] {
  let [best, bestP, second, secondP] = [0, -1, 0, -1];
  for (let index = 0; index < count; index += 1) {
    const value = values[start + index] as number;
    if (value > bestP) [second, secondP, best, bestP] = [best, bestP, index, value];
    else if (value > secondP) [second, secondP] = [index, value];
  }
  return [best, bestP, second, secondP];
}

/** The text with one of its doubtful characters as its second choice. */
function alternativesOf(read: readonly Character[]): string[] {
  return read
    .flatMap(({ second }, index) => (second === null ? [] : [{ index, second }]))
    .sort((a, b) => b.second.probability - a.second.probability)
    .slice(0, MOST_ALTERNATIVES)
    .map(({ index, second }) => read.map(({ text }, at) => (at === index ? second.text : text)).join(''));
}
