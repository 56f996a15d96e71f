import { CLOSE_FIELDS, leafPaths } from '../../decide/leaf.js';
import type { SelfEvaluation } from '../../schema/record.js';
import type { Passage } from '../api.js';

/** More of a text is not shown around a form. Characters. */
const LONGEST = 200_000;
/** The title and what stands around it, before the project's name. Characters. */
const BEFORE_NAME = 400;
/** What a table writes between and around texts: blanks, borders, tags. */
const BETWEEN = /<[^>]*>|[\s|\u00a0]/y;

/** A text without what stands between its characters, and where each character stood. */
interface Compact {
  readonly text: string;
  readonly at: readonly number[];
}

function compactOf(raw: string): Compact {
  const at: number[] = [];
  let text = '';
  for (let index = 0; index < raw.length;) {
    BETWEEN.lastIndex = index;
    const between = BETWEEN.exec(raw)?.[0].length ?? 0;
    if (between > 0) {
      index += between;
      continue;
    }
    text += raw.charAt(index);
    at.push(index);
    index += 1;
  }
  return { text, at };
}

/**
 * The passage that a form was read from, with its values marked. The text says nothing of where each value was taken from: a row is
 * found by its name, and its values behind that. What can't be found is not marked.
 *
 * @param raw the whole text
 * @param names the project names of all its forms in order, as they were read
 * @param ordinal the form's place among them, from 1
 */
export function passageOf(
  raw: string,
  record: SelfEvaluation,
  names: readonly (string | null)[],
  ordinal: number,
): Passage {
  const [from, to] = rangeOf(raw, names, ordinal);
  const text = raw.slice(from, Math.min(to, from + LONGEST));
  return { text, marks: marksOf(text, record) };
}

/** From where the form before names its project's end to where the next one begins. */
function rangeOf(raw: string, names: readonly (string | null)[], ordinal: number): [number, number] {
  const starts: number[] = [];
  let cursor = 0;
  for (const name of names) {
    const found = name === null || name === '' ? -1 : raw.indexOf(name, cursor);
    starts.push(found < 0 ? cursor : found);
    if (found >= 0) cursor = found + (name?.length ?? 0);
  }
  const start = starts[ordinal - 1] ?? 0;
  const next = starts[ordinal] ?? raw.length;
  const before = ordinal === 1 ? 0 : Math.max(start - BEFORE_NAME, starts[ordinal - 2] ?? 0);
  return [before, Math.max(next, start)];
}

const ROW = /^(funds|indicators|other)\[(\d+)\]\./;
/** The field by which a row is found. */
const ANCHORS: Readonly<Record<string, string>> = { funds: 'label', indicators: 'name', other: 'text' };
const NUMERIC = /^[\d.,%％+-]+$/;

function marksOf(raw: string, record: SelfEvaluation): Passage['marks'] {
  const compact = compactOf(raw);
  const marks: Passage['marks'] = {};
  const used: [number, number][] = [];
  const printedAt = (path: string) => record.asRead?.evidence?.[path]?.text ?? record.evidence[path]?.text ?? '';
  const find = (path: string, from: number, to = compact.text.length): number | null => {
    const wanted = compactOf(printedAt(path)).text;
    if (wanted === '') return null;
    for (let at = compact.text.indexOf(wanted, from); at >= 0 && at < to; at = compact.text.indexOf(wanted, at + 1)) {
      const [start, end] = [compact.at[at] ?? 0, (compact.at[at + wanted.length - 1] ?? 0) + 1];
      const isPart = NUMERIC.test(wanted) && (/[\d.]/.test(raw.charAt(start - 1)) || /[\d.]/.test(raw.charAt(end)));
      if (isPart || used.some(([a, b]) => start < b && end > a)) continue;
      marks[path] = [start, end];
      used.push([start, end]);
      return at + wanted.length;
    }
    return null;
  };
  let cursor = 0;
  const rows = new Map<string, string[]>();
  const isClose = (path: string) => CLOSE_FIELDS.some((field) => field === path);
  for (const path of leafPaths(record)) {
    const row = ROW.exec(path)?.[0];
    if (row === undefined) {
      if (!isClose(path)) find(path, 0);
      continue;
    }
    if (rows.has(row)) rows.get(row)?.push(path);
    else rows.set(row, [path]);
    if (path.endsWith(`.${ANCHORS[row.slice(0, row.indexOf('['))] ?? ''}`)) cursor = find(path, cursor) ?? cursor;
  }
  markRows(rows, marks, compact, find);
  for (const path of CLOSE_FIELDS) find(path, cursor);
  return marks;
}

type Find = (path: string, from: number, to?: number) => number | null;

/** The values of each row stand between its name and the next row's; headings, which rows share, before it. */
function markRows(
  rows: ReadonlyMap<string, readonly string[]>,
  marks: Passage['marks'],
  compact: Compact,
  find: Find,
): void {
  const anchorOf = (row: string) => marks[`${row}${ANCHORS[row.slice(0, row.indexOf('['))] ?? ''}`];
  const placeOf = (rawAt: number) => compact.at.findIndex((at) => at >= rawAt);
  const anchors = [...rows.keys()].flatMap((row) => {
    const anchor = anchorOf(row);
    return anchor === undefined ? [] : [{ row, start: placeOf(anchor[0]), end: placeOf(anchor[1]) }];
  });
  anchors.forEach(({ row, start, end }, index) => {
    const next = anchors[index + 1]?.start ?? compact.text.length;
    const before = anchors[index - 1]?.end ?? 0;
    for (const path of rows.get(row) ?? []) {
      if (marks[path] !== undefined) continue;
      if (/level[12]$/.test(path)) find(path, before, start);
      else find(path, Math.max(0, end), next);
    }
  });
}
