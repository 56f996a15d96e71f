import { halfWidth, plainCharacters } from '../text/characters.js';

/** A label folded for the table of words: what it says, and what stood in its brackets. */
export interface Label {
  /** No blanks, no colon at the end, no bracketed part, no number before it, no specks that were read as points and quotes. */
  readonly key: string;
  /** The bracketed parts, as `万元`, `A`, `B/A`, `10分`. */
  readonly notes: readonly string[];
}

/** Longer texts are no labels: prose, which is not folded at all. */
const LONGEST_LABEL = 40;
/** The labels of a form recur; the memory is emptied rather than let grow with what a stranger's file holds. */
const REMEMBERED = 20_000;

const NUMBERING =
  /^(?:\d{1,2}[.、．)]|\(?[一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2}[、.]|\(\d{1,2}\)|[①-⑳]|[*★●◆■☆▲])+/;
const BRACKETED = /[([【〔]([^()[\]【】〔〕]*)[)\]】〕]/g;
const NONE: Label = { key: '', notes: [] };
const seen = new Map<string, Label>();

const MARKS_WITHIN = /(?<=\p{Script=Han})[.·'"‘’“”~_-]+(?=\p{Script=Han})/gu;
// eslint-disable-next-line regexp/no-super-linear-move -- a label, 80 characters at most
const MARKS_BEHIND = /[:;,.、。%·'"‘’“”~_-]+$/;
const MARKS_BEFORE = /^[:;,.、%·'"‘’“”~_-]+/;

/** A label's text without the stops at its ends, and without what specks are read as. Half-width. */
export const withoutMarks = (text: string) =>
  text.replace(MARKS_WITHIN, '').replace(MARKS_BEHIND, '').replace(MARKS_BEFORE, '');

function fold(text: string): Label {
  let compact = halfWidth(plainCharacters(text)).replace(/\s+/g, '');
  const notes: string[] = [];
  for (let before = ''; before !== compact;) {
    before = compact;
    compact = compact.replace(NUMBERING, '').replace(BRACKETED, (_, note: string) => {
      if (note !== '') notes.push(note);
      return '';
    });
    // An opening bracket whose closing one was cut off still ends the label.
    const unclosed = /[([【〔]([^()[\]【】〔〕]*)$/.exec(compact);
    if (unclosed?.[1] !== undefined) {
      notes.push(unclosed[1]);
      compact = compact.slice(0, unclosed.index);
    }
    compact = withoutMarks(compact);
  }
  return { key: compact, notes };
}

/** Folds a text that may be a label; prose gives an empty key. */
export function labelOf(text: string): Label {
  if (text.length > LONGEST_LABEL * 2) return NONE;
  const known = seen.get(text);
  if (known) return known;
  if (seen.size >= REMEMBERED) seen.clear();
  const label = fold(text);
  const kept = label.key.length > LONGEST_LABEL ? NONE : label;
  seen.set(text, kept);
  return kept;
}

/** A memory of pattern look-ups in one part of the table of words: a label's role, or null. */
export function roleFinder<Role extends string>(
  table: readonly (readonly [RegExp, Role])[],
): (key: string) => Role | null {
  const roles = new Map<string, Role | null>();
  return (key) => {
    if (key === '' || key.length > LONGEST_LABEL) return null;
    const known = roles.get(key);
    if (known !== undefined) return known;
    if (roles.size >= REMEMBERED) roles.clear();
    const role = table.find(([pattern]) => pattern.test(key))?.[1] ?? null;
    roles.set(key, role);
    return role;
  };
}
