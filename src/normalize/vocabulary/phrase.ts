/** A part of the table of words: expressions of labels, each with what such a label means. */
export type Table<Role extends string> = readonly (readonly [RegExp, Role])[];

/** A label, or a family of them that differ in a part. */
export interface Phrase {
  /** As an expression. */
  readonly source: string;
}

type Word = string | Phrase;

const sourceOf = (word: Word): string =>
  typeof word === 'string' ? word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : word.source;
const oneOf = (words: readonly Word[]): string => `(?:${words.map(sourceOf).join('|')})`;

/**
 * The words that are not made of others: 市县 is 市 and 县.
 *
 * @throws where a text can still be parted into these words in two ways: an expression that tries them all takes time without end
 */
function prime(words: readonly string[]): string[] {
  const byLength = [...words].sort((a, b) => a.length - b.length);
  const lasting = byLength.filter((word, index) => !isMadeOf(word, byLength.slice(0, index)));
  const twice = readTwoWays(lasting);
  if (twice !== null) throw new Error(`“${twice}” may be an end of two series of these words: ${lasting.join(' ')}`);
  return lasting;
}

function isMadeOf(word: string, parts: readonly string[]): boolean {
  return parts.some((part) => word.startsWith(part) && (word === part || isMadeOf(word.slice(part.length), parts)));
}

/** What is left over where one series of words runs ahead of another, until they meet (Sardinas and Patterson, 1953); null where none do. */
function readTwoWays(words: readonly string[]): string | null {
  const rests = new Set(words.flatMap((long) => words.flatMap((short) => restOf(long, short))));
  for (const rest of rests) {
    if (words.includes(rest)) return rest;
    for (const word of words) for (const next of [...restOf(word, rest), ...restOf(rest, word)]) rests.add(next);
  }
  return null;
}

const restOf = (long: string, short: string): string[] =>
  long !== short && long.startsWith(short) ? [long.slice(short.length)] : [];

/** The parts one after the other. */
export const phrase = (...parts: readonly Word[]): Phrase => ({ source: parts.map(sourceOf).join('') });
/** One of the words. */
export const one = (...words: readonly Word[]): Phrase => ({ source: oneOf(words) });
/** One of the words, or none. */
export const optional = (...words: readonly Word[]): Phrase => ({ source: `${oneOf(words)}?` });
/** One or more of the words, in any order. */
export const some = (...words: readonly string[]): Phrase => ({ source: `${oneOf(prime(words))}+` });
/** Any number of the words, in any order; also none. */
export const anyOf = (...words: readonly string[]): Phrase => ({ source: `${oneOf(prime(words))}*` });
/** Whatever stands there, of `least` to `most` characters. */
export const signs = (least: number, most: number): Phrase => ({ source: `.{${least},${most}}` });

export const DIGITS: readonly string[] = Array.from('0123456789');

/** An expression for a label that is one of the words, and nothing else. */
export const wordsOf = (words: readonly Word[]): RegExp => new RegExp(`^${oneOf(words)}$`);

/** The words of each role. Where a label is in the lists of two, the first has it. */
export const tableOf = <Role extends string>(words: Readonly<Partial<Record<Role, readonly Word[]>>>): Table<Role> =>
  Object.entries<readonly Word[]>(words as Record<string, readonly Word[]>).map(([role, list]) => [
    wordsOf(list),
    role as Role,
  ]);
