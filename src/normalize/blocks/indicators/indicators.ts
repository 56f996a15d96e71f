import type { Indicator, Value } from '../../../schema/record.js';
import { noteUnsure } from '../../draft/row-unsure.js';
import { proseOf, valueTextOf } from '../../text/canonical.js';
import { withColumnsBelow } from '../../forms/cut-headers.js';
import { columnsOf, type Column } from '../../rows/columns.js';
import { keepOther, numberAt, witness, type Draft } from '../../draft/draft.js';
import type { HeadingRun } from './heading-runs.js';
import {
  completedHeading,
  endsAsHeading,
  headingKey,
  isHeadingPart,
  isKnownHeading,
  SUFFIX,
} from '../../vocabulary/headings.js';
import { holdsHeading } from './stray-heading.js';
import { hasCostLevel, IndicatorReader, type Entry } from './indicator-rows.js';
import { numberOf } from '../../text/number.js';
import { joinedCellOf } from '../../rows/readings.js';
import { originsOf, type Row, type RowCell } from '../../rows/rows.js';
import { indicatorColumn } from '../../rows/section-heads.js';
import type { Sections } from '../../forms/sections.js';
import { targetOf, withUnitOf } from '../../text/target.js';
import { valueOf } from '../../text/value.js';
import type { IndicatorColumn } from '../../vocabulary/words.js';

/** The central form's columns, for a block whose header is lost. */
const CENTRAL: readonly IndicatorColumn[] = [
  'level1',
  'level2',
  'name',
  'target',
  'actual',
  'weight',
  'score',
  'deviation',
];
const NUMBERED_NAME = /^指标\s*\d{1,2}\s*[:：、.．]\s*/;

const shifted = (cell: RowCell, by: number): RowCell => ({ ...cell, column: cell.column + by, end: cell.end + by });

const DIVIDES_TARGET: ReadonlySet<IndicatorColumn | null> = new Set<IndicatorColumn>(['property', 'target', 'unit']);

/**
 * A second header row that divides the target (指标性质 · 指标值 · 度量单位) stands under it, unless the text leaves blank cells out:
 * then it stands at the line's beginning, and is put in the target's place.
 */
function withoutGap(headers: readonly Row[]): readonly Row[] {
  const [first, second] = headers;
  const target = first?.cells.find(({ label }) => indicatorColumn(label.key) === 'target');
  if (!first || !second || !target || target.column === 0 || second.cells[0]?.column !== 0) return headers;
  if (!second.cells.every(({ label }) => DIVIDES_TARGET.has(indicatorColumn(label.key)))) return headers;
  const added = second.cells.length - 1;
  const behind = first.cells.map((cell) => (cell.column > target.column ? shifted(cell, added) : cell));
  return [
    { ...first, cells: behind },
    { ...second, cells: second.cells.map((cell) => shifted(cell, target.column)) },
  ];
}

export function indicatorColumns(sections: Sections): Column<IndicatorColumn>[] {
  return withLevelsByPlace(
    columnsOf<IndicatorColumn>(withoutGap(withColumnsBelow(sections.indicators)), indicatorColumn, 'extra'),
  );
}

/** Readers lose the short strokes of 一 and 二 in 一级指标 and 二级指标: what is left names the level of its place. */
function withLevelsByPlace(columns: readonly Column<IndicatorColumn>[]): Column<IndicatorColumn>[] {
  const name = columns.findIndex(({ role }) => role === 'name');
  const lost = (['level1', 'level2'] as const).filter((level) => columns.every(({ role }) => role !== level));
  return columns.map((column, index) => {
    if (index >= name || column.role !== 'extra' || !/^.?级指标$/.test(column.cell.label.key)) return column;
    return { ...column, role: lost.shift() ?? column.role };
  });
}

function columnsWithoutHeader(rows: readonly Row[], draft: Draft): Column<IndicatorColumn>[] {
  const cell = rows[0]?.cells[0];
  if (!cell) return [];
  draft.findings.push({
    code: 'header-missing',
    severity: 'warning',
    path: 'indicators',
    message:
      'The indicator table has no header that could be read. Its columns were taken in the central form’s order.',
    messageZh: '绩效指标表没有可识别的表头，各列按中央格式的顺序读取，请核对。',
  });
  return CENTRAL.map((role, index) => ({ role, start: index, end: index + 1, cell }));
}

/** What the header of every form names, in the form's words. */
const EVERY_FORM_HAS: readonly (readonly [role: IndicatorColumn, word: string])[] = [
  ['name', '三级指标'],
  ['target', '指标值'],
  ['actual', '完成值'],
  ['weight', '分值'],
  ['score', '得分'],
];

const isPoints = (role: IndicatorColumn) => role === 'weight' || role === 'score';

/** Some issuers print weights or scores alone: then no column is without a name, and no row has two numbers for them. */
function hasOnePoint(columns: readonly Column<IndicatorColumn>[], rows: readonly Row[]): boolean {
  if (columns.some(({ role, cell }) => role === 'extra' && indicatorColumn(cell.label.key) === null)) return false;
  return rows.every(
    ({ cells }) => cells.filter(({ text }) => numberOf(text).kind === 'number' && !/[%％]/.test(text)).length <= 1,
  );
}

/** A header without one of them has lost it: what stands under it may be taken for its neighbours'. */
function lostColumns(columns: readonly Column<IndicatorColumn>[], rows: readonly Row[], draft: Draft): void {
  const lost = EVERY_FORM_HAS.filter(([role]) => !columns.some((column) => column.role === role));
  const [[role] = [null]] = lost;
  if (role === null || (lost.length === 1 && isPoints(role) && hasOnePoint(columns, rows))) return;
  const words = lost.map(([, word]) => word).join('、');
  draft.findings.push({
    code: 'header-missing',
    severity: 'warning',
    path: 'indicators',
    message: `The header of the indicator table names no column ${words}: what stands there may be missing or under another column.`,
    messageZh: `绩效指标表的表头缺少${words}列，该列内容可能缺失或错列，请核对。`,
  });
}

/**
 * Reads the indicator block: one entry a row, headings inherited, cut rows joined, slid rows put right. `ownHeadings`: headings may be
 * others than those of a project's form.
 */
export function indicatorsOf(
  sections: Sections,
  draft: Draft,
  { ownHeadings = false }: { readonly ownHeadings?: boolean } = {},
): Indicator[] {
  const { rows } = sections.indicators;
  const named = indicatorColumns(sections);
  const columns = named.length > 0 || rows.length === 0 ? named : columnsWithoutHeader(rows, draft);
  if (named.length > 0) lostColumns(named, rows, draft);
  const placedColumns = ownHeadings ? columns.map((column) => ({ ...column, ownHeadings })) : columns;
  const heads = sections.heads.filter(({ role }) => role === 'indicators').map(({ cell }) => cell.label.key);
  const entries = new IndicatorReader(placedColumns, hasCostLevel(rows), heads.join(' '), draft.account).read(rows);
  const suffixed = entries.filter(({ level2 }) => level2 && endsAsHeading(level2.text)).length * 2 > entries.length;
  rowsWithoutPoints(entries, draft);
  return entries.map((entry, index) => indicatorOf(entry, index, columns, suffixed, draft));
}

const hasPoints = ({ cells }: Entry) =>
  (['weight', 'score'] as const).some((role) =>
    (cells.get(role) ?? []).some(({ text }) => numberOf(text).kind === 'number'),
  );

/** A row without points beside a break may be half of a row that the break cut: both sides of it are said to be unsure. */
function rowsWithoutPoints(entries: readonly Entry[], draft: Draft): void {
  if (!entries.some(hasPoints)) return;
  const unsure = new Set<number>();
  entries.forEach((entry, index) => {
    if (hasPoints(entry) || entry.pointsMerged) return;
    if (entry.row.afterBreak && index > 0) [index - 1, index].forEach((at) => unsure.add(at));
    if (entries[index + 1]?.row.afterBreak === true) [index, index + 1].forEach((at) => unsure.add(at));
  });
  for (const index of unsure) {
    noteUnsure(
      draft,
      `indicators[${index}]`,
      'A row without points stands beside a page break here and may be part of this row',
      '分页处有一行没有分值和得分，可能是本行的一部分',
    );
  }
}

const joined = (cells: readonly RowCell[] | undefined) => (cells ?? []).map(({ text }) => text).join('\n');

function indicatorOf(
  entry: Entry,
  index: number,
  columns: readonly Column<IndicatorColumn>[],
  suffixed: boolean,
  draft: Draft,
): Indicator {
  const path = `indicators[${index}]`;
  const cells = (role: IndicatorColumn) => entry.cells.get(role) ?? [];
  for (const role of ['name', 'target', 'actual', 'deviation'] as const) {
    witness(
      draft,
      `${path}.${role}`,
      role === 'target' ? [...cells('property'), ...cells('target'), ...cells('unit')] : cells(role),
    );
  }
  const target = targetOf({
    property: joined(cells('property')),
    value: joined(cells('target')),
    unit: joined(cells('unit')),
  });
  const actual = blankIsNone(joined(cells('actual')));
  const deviation = joined(cells('deviation'));
  noteChanges(entry, path, draft);
  noteExtras(entry, columns, draft);
  return {
    ordinal: index + 1,
    level1: headingOf(entry.level1, `${path}.level1`, suffixed, entry.own[1], draft),
    level2: headingOf(entry.level2, `${path}.level2`, suffixed, entry.own[2], draft),
    name: proseOf(joined(cells('name'))).replace(NUMBERED_NAME, ''),
    target,
    actual: withUnitOf(target, actual),
    weight: pointsAt(draft, `${path}.weight`, cells('weight')),
    score: pointsAt(draft, `${path}.score`, cells('score')),
    deviation: numberOf(deviation).kind === 'none' ? '' : proseOf(deviation),
  };
}

const blankIsNone = (text: string): Value =>
  /^\s*[-—/]\s*$/.test(valueTextOf(text)) ? { ...valueOf(''), text: '' } : valueOf(text);

/** A number that a page break cut is one number: `10.` and `00`. */
function pointsAt(draft: Draft, path: string, cells: readonly RowCell[]): number | null {
  const [first, ...rest] = cells;
  if (!first || rest.length === 0) return numberAt(draft, path, first);
  const text = cells.map((cell) => cell.text.trim()).join('');
  const cell = joinedCellOf([first.cell, ...rest.map((part) => part.cell)]);
  return numberAt(draft, path, { ...first, text, cell, from: cells.flatMap(originsOf) });
}

function noteChanges(entry: Entry, path: string, draft: Draft): void {
  if (entry.slid !== null) {
    const after = [...entry.cells.entries()].map(([role, cells]) => `${role}: ${joined(cells)}`).join(' | ');
    draft.repairs.push({ code: 'row-slid', path, before: entry.slid, after });
  }
  if (entry.headingMoved) {
    const text = joined(entry.cells.get('level2'));
    draft.repairs.push({
      code: 'heading-moved',
      path: `${path}.level2`,
      before: `level1: ${text}`,
      after: `level2: ${text}`,
    });
  }
  for (const [role, cells] of entry.cells) {
    if (cells.length < 2 || role === 'extra') continue;
    const texts = cells.map(({ text }) => text);
    draft.repairs.push({
      code: 'row-joined',
      path: `${path}.${role === 'property' || role === 'unit' ? 'target' : role}`,
      before: texts.join(' / '),
      after: texts.join(''),
    });
  }
  if (holdsHeading(entry))
    noteUnsure(draft, path, 'A heading stands among the values of this row', '本行的数值中有标题');
  if (entry.unsure)
    noteUnsure(draft, path, 'The cells of this row fit the table’s columns badly', '本行单元格与表头各列不符');
}

/** Columns that no field holds are kept with the indicator's name. */
function noteExtras(entry: Entry, columns: readonly Column<IndicatorColumn>[], draft: Draft): void {
  for (const cell of entry.cells.get('extra') ?? []) {
    if (numberOf(cell.text).kind === 'none') continue;
    const header = columns.find(({ start, end }) => cell.column >= start && cell.column < end)?.cell.text ?? '';
    keepOther(draft, `${proseOf(joined(entry.cells.get('name')))} · ${proseOf(header)}`, [cell]);
  }
}

function headingOf(run: HeadingRun | null, path: string, suffixed: boolean, own: boolean, draft: Draft): string {
  if (!run) return '';
  witness(draft, path, run.cells);
  const key = headingKey(run.text);
  const known = isKnownHeading(run.level, key);
  const bare = suffixed && !endsAsHeading(run.text) && numberOf(run.text).kind !== 'none';
  const whole = bare && known ? run.text + SUFFIX : completedHeading(run.level, key);
  if (run.before !== null && own)
    draft.repairs.push({ code: 'heading-joined', path, before: run.before, after: run.text });
  if (whole !== null) {
    draft.repairs.push({ code: 'heading-completed', path, before: run.text, after: whole });
    headingCut(draft, path, run.text, whole);
    return whole;
  }
  if (bare || (!known && isHeadingPart(run.level, key))) headingCut(draft, path, run.text, null);
  return run.text;
}

function headingCut(draft: Draft, path: string, text: string, whole: string | null): void {
  draft.findings.push({
    code: 'heading-cut',
    severity: 'warning',
    path,
    message:
      whole === null
        ? `The heading “${text}” seems to be cut; what it was can’t be told.`
        : `The heading “${text}” is cut; it was completed to “${whole}”.`,
    messageZh: whole === null ? `标题“${text}”似被截断，无法确定原文。` : `标题“${text}”被截断，已补全为“${whole}”。`,
  });
}
