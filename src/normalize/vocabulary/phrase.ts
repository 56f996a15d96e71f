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

/** The parts one after the other. */
export const phrase = (...parts: readonly Word[]): Phrase => ({ source: parts.map(sourceOf).join('') });
/** One of the words. */
export const one = (...words: readonly Word[]): Phrase => ({ source: oneOf(words) });
/** One of the words, or none. */
export const optional = (...words: readonly Word[]): Phrase => ({ source: `${oneOf(words)}?` });
/** One or more of the words, in any order. */
export const some = (...words: readonly Word[]): Phrase => ({ source: `${oneOf(words)}+` });
/** Any number of the words, in any order; also none. */
export const anyOf = (...words: readonly Word[]): Phrase => ({ source: `${oneOf(words)}*` });
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
