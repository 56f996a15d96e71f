import { closesBracket, leavesBracketOpen } from '../../text/brackets.js';
import { proseOf } from '../../text/canonical.js';
import {
  beginsHeading,
  endsAsHeading,
  headingKey,
  headingText,
  isKnownHeading,
  type Level,
} from '../../vocabulary/headings.js';
import type { RowCell } from '../../rows/rows.js';

/** A heading and the rows it is merged over. A run that a page break cut has more than one cell. */
export interface HeadingRun {
  readonly level: Level;
  cells: RowCell[];
  /** In the record's form: blanks gone, the parts joined. */
  text: string;
  /** What stood there, where the text is not just that; null where it is. */
  before: string | null;
}

const isKnown = (run: HeadingRun, key: string) => isKnownHeading(run.level, key);

/** True for a known heading with no bracket left open. */
export const isWhole = (run: HeadingRun): boolean =>
  isKnown(run, headingKey(run.text)) && !leavesBracketOpen(run.cells.at(-1)?.text ?? '');

export function newRun(level: Level, cell: RowCell): HeadingRun {
  const text = headingText(cell.text);
  return { level, cells: [cell], text, before: /\S\s+\S/.test(cell.text) ? cell.text : null };
}

/**
 * True where `cell` holds the rest of a heading that was cut: joined they are a known one, or neither part is whole. Two parts that
 * are headings of their own (服务对象, 满意度指标) are one only in a row that is known to be cut.
 */
export function continuesHeading(run: HeadingRun, cell: RowCell, inCutRow: boolean): boolean {
  if (leavesBracketOpen(run.cells.at(-1)?.text ?? '')) return closesBracket(cell.text);
  const rest = headingKey(cell.text);
  const before = headingKey(run.text);
  if (isKnown(run, before + rest)) return inCutRow || !isKnown(run, rest) || !isKnown(run, before);
  if (!isKnown(run, before) && beginsHeading(run.level, before + rest)) return true;
  return !isKnown(run, rest) && !isKnown(run, before) && !endsAsHeading(run.text) && endsAsHeading(rest);
}

/** True where a heading that is none is a known one with `cell`, which is none alone. */
export function makesWhole(run: HeadingRun, cell: RowCell): boolean {
  const [before, rest] = [headingKey(run.text), headingKey(cell.text)];
  return !isKnown(run, before) && !isKnownHeading(1, rest) && !isKnown(run, rest) && isKnown(run, before + rest);
}

/** Adds the rest of a heading that was cut. */
export function extendRun(run: HeadingRun, cell: RowCell): void {
  run.before = [...run.cells, cell].map(({ text }) => text).join(' / ');
  run.cells = [...run.cells, cell];
  run.text = headingText(proseOf(run.cells.map(({ text }) => text.replace(/\s+/g, '')).join('')));
}

export const sameHeading = (run: HeadingRun | null, cell: RowCell): boolean => run?.text === headingText(cell.text);
