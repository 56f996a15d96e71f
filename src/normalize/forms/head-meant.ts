import { FUNDS_HEADS, INDICATOR_HEADS, OTHER_MEANING } from '../vocabulary/head-words.js';
import { fundsColumn, indicatorColumn } from '../rows/section-heads.js';

/** The blocks whose columns have names. */
export type HeadBlock = 'funds' | 'indicators';

const WORDS: Readonly<Record<HeadBlock, readonly string[]>> = { funds: FUNDS_HEADS, indicators: INDICATOR_HEADS };
/** The column that a name's key stands for, by block; null for an unknown one. */
export const ROLE_OF: Readonly<Record<HeadBlock, (key: string) => string | null>> = {
  funds: fundsColumn,
  indicators: indicatorColumn,
};
/** Characters. Of a shorter name too little is left to tell what was meant. */
const SHORTEST = 3;

/** True where `key` is `word` with one character taken for another, or with one lost; a character more makes another name. */
function isOneOff(key: string, word: string): boolean {
  // Known names hold no character that takes two code units.
  const lost = word.length - key.length;
  if (lost !== 0 && lost !== 1) return false;
  const [read, meant] = [Array.from(key), Array.from(word)];
  const at = meant.findIndex((sign, index) => sign !== read[index]);
  if (at < 0 || (lost === 0 && OTHER_MEANING.test(read[at] ?? ''))) return false;
  return meant.slice(at + 1).join('') === read.slice(lost === 1 ? at : at + 1).join('');
}

/** The one known name of a column that an unknown one is a character off; null where there is none, or more than one. */
export function headMeant(block: HeadBlock, key: string): string | null {
  if (Array.from(key).length < SHORTEST || ROLE_OF[block](key) !== null) return null;
  const near = WORDS[block].filter((word) => isOneOff(key, word));
  return near.length === 1 ? (near[0] ?? null) : null;
}
