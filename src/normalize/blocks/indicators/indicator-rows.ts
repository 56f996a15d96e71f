import type { Account } from '../../draft/account.js';
import { alignByPlace, alignRow, type Alignment, type PlacedColumn } from './align.js';
import {
  continuesHeading,
  extendRun,
  isWhole,
  makesWhole,
  newRun,
  sameHeading,
  type HeadingRun,
} from './heading-runs.js';
import { headingKey, isCostHeading, isKnownHeading, type Level } from '../../vocabulary/headings.js';
import { numberOf } from '../../text/number.js';
import { arePointsCut, areTwoValues, looksCut, type PlacedCells } from './row-cut.js';
import type { Row, RowCell } from '../../rows/rows.js';
import { withoutBlanks } from '../../text/white-space.js';
import { PLACEHOLDER, type IndicatorColumn } from '../../vocabulary/words.js';

/** An indicator on the way from rows to the record: its cells by column, over the pages that they stand on. */
export interface Entry {
  level1: HeadingRun | null;
  level2: HeadingRun | null;
  readonly cells: Map<IndicatorColumn, RowCell[]>;
  readonly row: Row;
  /** The row's cells as they stood, where some stood under another column. */
  readonly slid: string | null;
  /** Where a heading stood in the other level's column. */
  readonly headingMoved: boolean;
  unsure: boolean;
  /** True where a cell of the row above is merged down over the row's points: it has none of its own. */
  readonly pointsMerged: boolean;
  /** True where the heading cell is the row's own, false where it is inherited. */
  readonly own: Record<Level, boolean>;
}

const FRAGMENTS: readonly IndicatorColumn[] = [
  'name',
  'property',
  'target',
  'unit',
  'actual',
  'weight',
  'score',
  'deviation',
  'extra',
];
const LEVEL: Readonly<Record<Level, 'level1' | 'level2'>> = { 1: 'level1', 2: 'level2' };
/** A name that says it is a row of its own, even without anything else: 指标1：…, 其中：… */
const OWN_NAME = /^\s*(?:指标\s*\d{1,2}\s*[:：]|其中|[(（]\d+[)）]|[①-⑳])/;

const textIn = (cells: PlacedCells, role: IndicatorColumn) => cells.get(role)?.[0]?.text.trim() ?? '';
const says = (cells: PlacedCells, role: IndicatorColumn) => {
  const text = textIn(cells, role);
  return text !== '' && numberOf(text).kind !== 'none';
};
const isNumber = (cells: PlacedCells, role: IndicatorColumn) =>
  numberOf(textIn(cells, role)).kind === 'number' && textIn(cells, role) !== '';
const hasPoints = (cells: PlacedCells) => isNumber(cells, 'weight') || isNumber(cells, 'score');
const hasAll = (cells: PlacedCells) => cells.has('name') && cells.has('target') && cells.has('actual');

/** Reads the block row by row: headings are inherited or joined, cut rows joined cell by cell, slid rows put right. */
export class IndicatorReader {
  private readonly entries: Entry[] = [];
  private readonly run: Record<Level, HeadingRun | null> = { 1: null, 2: null };

  constructor(
    private readonly columns: readonly PlacedColumn[],
    private readonly hasCostLevel: boolean,
    private readonly head: string,
    private readonly account: Account,
  ) {}

  read(rows: readonly Row[]): Entry[] {
    let next: Row | undefined;
    const following = rows.toReversed().map((row) => {
      const behind = next;
      if (!row.isLine) next = row;
      return behind;
    });
    rows.forEach((row, index) => {
      this.readRow(row, following[rows.length - 1 - index]);
    });
    return this.entries;
  }

  private readRow(row: Row, next: Row | undefined): void {
    const cells = row.cells.filter((cell) => !this.isPartOfHead(cell));
    this.account.own(
      row.cells.filter((cell) => this.isPartOfHead(cell)),
      'label',
    );
    if (cells.length === 0) return;
    // A row of signs for none, in the headings’ columns too, is no row, and no heading of the next ones.
    if (!row.isLine && cells.every(({ text }) => numberOf(text).kind === 'none')) return;
    // The rest of a cut row stands where the row stood; any other row may have slid.
    const placed = row.afterBreak ? alignByPlace(cells, this.columns) : alignRow(cells, this.columns);
    if (row.isLine) this.readLine(cells);
    else if (!this.isUpperHalf(row, placed.cells, next) && this.isRest(row, placed.cells))
      this.joinRest(placed.cells, row.afterBreak);
    else if (!FRAGMENTS.some((role) => placed.cells.has(role))) this.readHeadings(row, placed.cells, row.afterBreak);
    else this.readIndicator(row, cells, row.afterBreak ? alignRow(cells, this.columns) : placed);
  }

  private readIndicator(row: Row, cells: readonly RowCell[], aligned: Alignment): void {
    if (this.isPlaceholder(aligned.cells)) {
      this.account.own(
        cells.filter(({ text }) => PLACEHOLDER.test(withoutBlanks(text))),
        'label',
      );
      this.readHeadings(row, aligned.cells);
    } else this.addEntry(row, cells, aligned);
  }

  /** A piece of the block's own heading (绩效 / 指标), left of the levels. */
  private isPartOfHead(cell: RowCell): boolean {
    const first = this.columns[0];
    if (!first || cell.end > first.start || cell.label.key === '') return false;
    return this.head.includes(cell.label.key) && !isKnownHeading(1, cell.label.key);
  }

  /** A line without cells between the rows is the rest of a heading, or nobody's. */
  private readLine(cells: readonly RowCell[]): void {
    for (const cell of cells) {
      const run = [this.run[2], this.run[1]].find((candidate) => candidate && continuesHeading(candidate, cell, true));
      if (!run) continue;
      this.account.own([cell], 'label');
      extendRun(run, cell);
    }
  }

  /** A row without points right before a break, the points right behind it: the upper half of a row, not the rest of the one above. */
  private isUpperHalf(row: Row, cells: PlacedCells, next: Row | undefined): boolean {
    if (row.afterBreak || next?.afterBreak !== true || hasPoints(cells) || !cells.has('name')) return false;
    return hasPoints(alignByPlace(next.cells, this.columns).cells);
  }

  private isRest(row: Row, cells: PlacedCells): boolean {
    const last = this.entries.at(-1);
    if (!last) return false;
    if (hasPoints(cells)) {
      if (!row.afterBreak) return false;
      if (hasPoints(last.cells)) return arePointsCut(last.cells, cells, this.isHeadingCut(cells));
      return !hasAll(cells) || !hasAll(last.cells) || looksCut(last.cells, cells);
    }
    if (cells.has('weight') && numberOf(textIn(cells, 'weight')).kind === 'unreadable') return false;
    if (PLACEHOLDER.test(textIn(cells, 'name'))) return false;
    const parts = ['name', 'target', 'actual'].filter((role) => cells.has(role as IndicatorColumn)).length;
    if (parts === 3) return row.afterBreak && looksCut(last.cells, cells);
    if (parts === 2 && cells.has('name')) return row.afterBreak;
    if (parts === 0) return FRAGMENTS.some((role) => cells.has(role));
    if (cells.has('name')) return !OWN_NAME.test(textIn(cells, 'name'));
    return parts === 1 || !this.mergedOver(row, 'name');
  }

  /** True where a heading that is none goes on here and is one then: 时效指 / 标. */
  private isHeadingCut(cells: PlacedCells): boolean {
    return ([1, 2] as const).some((level) => {
      const [run, cell] = [this.run[level], cells.get(LEVEL[level])?.[0]];
      return cell !== undefined && run !== null && !isWhole(run) && continuesHeading(run, cell, true);
    });
  }

  /** The cell of a row above that is merged down over this row's cell of a column. */
  private mergedOver(row: Row, wanted: IndicatorColumn): RowCell | undefined {
    const column = this.columns.find(({ role }) => role === wanted);
    return column && row.above.find((cell) => cell.column >= column.start && cell.column < column.end);
  }

  private joinRest(cells: PlacedCells, isCut: boolean): void {
    const last = this.entries.at(-1);
    if (!last) return;
    // Without a break between them, digits of two rows are one value only if a row was split; behind one, two values may be two rows'.
    for (const role of ['target', 'actual'] as const) {
      const text = textIn(cells, role);
      if (isCut ? areTwoValues(textIn(last.cells, role), text) : /\d/.test(text)) last.unsure = true;
    }
    for (const role of FRAGMENTS) {
      const rest = cells
        .get(role)
        ?.filter(({ text }) => (role !== 'weight' && role !== 'score' ? true : numberOf(text).kind === 'number'));
      if (!rest || rest.length === 0) continue;
      last.cells.set(role, [...(last.cells.get(role) ?? []), ...rest]);
    }
    for (const level of [1, 2] as const) {
      const cell = cells.get(LEVEL[level])?.[0];
      if (!cell) continue;
      this.account.own([cell], 'label');
      const run = this.run[level];
      if (run && continuesHeading(run, cell, true)) extendRun(run, cell);
      else if (!sameHeading(run, cell)) {
        // A heading whose cell is centred on the break stands beside the rest of its first row.
        this.run[level] = newRun(level, cell);
        if (!last.own[level]) last[LEVEL[level]] = this.run[level];
      }
    }
  }

  /** Takes the headings of a row into the runs. A row behind a break that holds nothing else is the rest of the one above it. */
  private readHeadings(row: Row, cells: PlacedCells, isCutRow = false): void {
    for (const level of [1, 2] as const) {
      const cell = cells.get(LEVEL[level])?.[0];
      if (!cell) continue;
      this.account.own([cell], 'label');
      const run = this.run[level];
      // The next page may begin with the second level’s column.
      const level2 = level === 1 ? this.run[2] : null;
      if (run && continuesHeading(run, cell, isCutRow)) extendRun(run, cell);
      else if (isCutRow && level2 !== null && makesWhole(level2, cell)) extendRun(level2, cell);
      else if (!(row.afterBreak && sameHeading(run, cell))) {
        this.run[level] = newRun(level, cell);
        if (level === 1) this.run[2] = null;
      }
    }
  }

  private isPlaceholder(cells: PlacedCells): boolean {
    const name = textIn(cells, 'name').replace(/\s+/g, '');
    if (hasPoints(cells) && !/^[…·.⋯]+$/.test(name)) return false;
    const says3 = says(cells, 'target') && !PLACEHOLDER.test(textIn(cells, 'target'));
    return (name === '' || PLACEHOLDER.test(name)) && !says3 && !says(cells, 'actual');
  }

  private addEntry(row: Row, all: readonly RowCell[], aligned: Alignment): void {
    const cells = new Map([...aligned.cells].map(([role, found]) => [role, [...found]]));
    const headingMoved = this.moveHeading(cells);
    this.readHeadings(row, cells);
    const merged = cells.has('name') ? undefined : this.mergedOver(row, 'name');
    if (merged) cells.set('name', [merged]);
    this.entries.push({
      level1: this.run[1],
      level2: this.run[2],
      cells,
      row,
      slid: aligned.moved ? all.map(({ text }) => text).join(' | ') : null,
      headingMoved,
      unsure: aligned.unsure,
      pointsMerged: this.mergedOver(row, 'weight') !== undefined || this.mergedOver(row, 'score') !== undefined,
      own: { 1: cells.has('level1'), 2: cells.has('level2') },
    });
  }

  /** A level-2 heading in the first column, with nothing in the second, belongs in the second. */
  private moveHeading(cells: Map<IndicatorColumn, RowCell[]>): boolean {
    const cell = cells.get('level1')?.[0];
    if (!cell || cells.has('level2') || !this.columns.some(({ role }) => role === 'level2')) return false;
    const key = headingKey(cell.text);
    if (!isKnownHeading(2, key)) return false;
    const ownLevel1 = isKnownHeading(1, key) && (this.hasCostLevel || !/^产出/.test(this.run[1]?.text ?? ''));
    if (ownLevel1) return false;
    cells.delete('level1');
    cells.set('level2', [cell]);
    return true;
  }
}

/** True where the form has the level-1 heading 成本指标 of 2021 and later, told by the headings under it. */
export const hasCostLevel = (rows: readonly Row[]): boolean =>
  rows.some(({ cells }) => cells.slice(0, 3).some((cell) => isCostHeading(headingKey(cell.text))));
