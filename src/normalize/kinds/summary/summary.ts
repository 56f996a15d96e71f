import { SCHEMA_VERSION, type Source } from '../../../schema/record.js';
import type { SelfEvaluationSummary, SummaryNumber, SummaryRow, SummarySum } from '../../../schema/related/summary.js';
import { SUMMARY_NUMBERS } from '../../../schema/related/summary.js';
import { idOf, sourceOf } from '../../blocks/form-source.js';
import { identityOf } from '../../blocks/identity.js';
import { missing } from '../../blocks/missing.js';
import { restOf } from '../../blocks/rest-of-draft.js';
import { yearOf } from '../../blocks/year.js';
import { Account } from '../../draft/account.js';
import { keepOther, newDraft, numberAt, witness, witnessLine, type Draft } from '../../draft/draft.js';
import { noteUnsure } from '../../draft/row-unsure.js';
import type { FormRows } from '../../forms/find-forms.js';
import type { RowCell } from '../../rows/rows.js';
import { paragraphsOf, proseOf } from '../../text/canonical.js';
import { headUnitOf } from '../../text/currency.js';
import { numberOf } from '../../text/number.js';
import { formCut } from '../parts/form-cut.js';
import { RELATED_MARK, type Accounted } from '../parts/accounted.js';
import { departmentOf } from '../department/department-name.js';
import { ownLinesOf } from '../parts/own-lines.js';
import type { Placed } from '../parts/placing.js';
import { listRowsOf, type ListRow } from './list-rows.js';
import { projectListIn, type ProjectList } from './list.js';
import type { SummaryColumn } from './words.js';

type Cells = Placed<SummaryColumn>;

/** A misfit that says that a cell may stand under another's column. */
const UNSURE = 1;

const textIn = ({ cells }: Cells, role: SummaryColumn) => (cells.get(role) ?? []).map(({ text }) => text).join('\n');

function textAt(path: string, placed: Cells, role: SummaryColumn, draft: Draft): string | null {
  witness(draft, path, placed.cells.get(role) ?? []);
  const text = textIn(placed, role);
  return numberOf(text).kind === 'none' ? null : paragraphsOf(text);
}

function numbersAt(path: string, { cells }: Cells, draft: Draft): Record<SummaryNumber, number | null> {
  const numbers: Record<SummaryNumber, number | null> = {
    initialBudget: null,
    annualBudget: null,
    executed: null,
    executionRate: null,
    score: null,
  };
  for (const role of SUMMARY_NUMBERS) {
    const [first, second] = cells.get(role) ?? [];
    numbers[role] = numberAt(draft, `${path}.${role}`, first);
    if (second) noteUnsure(draft, path, 'Two cells stand under one column', '同一列下有两个单元格');
  }
  return numbers;
}

function extrasAt(path: string, name: string, { extras, misfit }: Cells, draft: Draft): void {
  for (const { cell, header } of extras)
    if (numberOf(cell.text).kind !== 'none') keepOther(draft, `${proseOf(name)} · ${proseOf(header.text)}`, [cell]);
  if (misfit >= UNSURE)
    noteUnsure(draft, path, 'The cells of this row fit the table’s columns badly', '本行单元格与表头各列不符');
}

/** A unit that the row inherits stands in a cell of its own further up. */
function unitAt(
  field: 'competentDepartment' | 'implementingUnit',
  path: string,
  { placed, inherited }: ListRow & { kind: 'project' },
  list: ProjectList,
  draft: Draft,
): string | null {
  const column = list.columns.find(({ role }) => role === field);
  const isHere = (cell: RowCell) => column !== undefined && cell.column >= column.start && cell.column < column.end;
  const own = placed.cells.get(field) ?? inherited.filter(isHere).slice(0, 1);
  witness(draft, `${path}.${field}`, own);
  return own.length === 0 ? null : proseOf(own.map(({ text }) => text).join('\n'));
}

function rowOf(row: ListRow & { kind: 'project' }, at: number, group: RowCell | null, list: ProjectList, draft: Draft) {
  const path = `rows[${at}]`;
  const { placed } = row;
  const name = textIn(placed, 'projectName');
  witness(draft, `${path}.projectName`, placed.cells.get('projectName') ?? []);
  draft.account.own(placed.cells.get('ordinal') ?? [], 'label');
  if (group) witness(draft, `${path}.group`, [group]);
  extrasAt(path, name, placed, draft);
  if (name === '') noteUnsure(draft, path, 'The row names no project', '本行没有项目名称');
  return {
    ordinal: at + 1,
    group: group === null ? null : proseOf(group.text),
    projectCode: textAt(`${path}.projectCode`, placed, 'projectCode', draft),
    projectName: name === '' ? null : proseOf(name),
    competentDepartment: unitAt('competentDepartment', path, row, list, draft),
    implementingUnit: unitAt('implementingUnit', path, row, list, draft),
    ...numbersAt(path, placed, draft),
    grade: textAt(`${path}.grade`, placed, 'grade', draft),
    note: textAt(`${path}.note`, placed, 'note', draft),
    projectId: null,
  } satisfies SummaryRow;
}

function sumOf({ label, placed }: ListRow & { kind: 'sum' }, at: number, after: number, draft: Draft): SummarySum {
  const path = `sums[${at}]`;
  witness(draft, `${path}.label`, [label]);
  draft.account.own(placed.cells.get('ordinal') ?? [], 'label');
  for (const role of [
    'projectName',
    'projectCode',
    'competentDepartment',
    'implementingUnit',
    'grade',
    'note',
  ] as const) {
    const cells = (placed.cells.get(role) ?? []).filter(({ text }) => numberOf(text).kind !== 'none');
    if (cells.length > 0) keepOther(draft, proseOf(label.text), cells);
  }
  extrasAt(path, label.text, placed, draft);
  return { label: proseOf(label.text), after, ...numbersAt(path, placed, draft) };
}

function readList(list: ProjectList, draft: Draft): { readonly rows: SummaryRow[]; readonly sums: SummarySum[] } {
  const [rows, sums]: [SummaryRow[], SummarySum[]] = [[], []];
  let group: RowCell | null = null;
  for (const row of listRowsOf(list)) {
    if (row.kind === 'group') group = row.cell;
    else if (row.kind === 'sum') sums.push(sumOf(row, sums.length, rows.length, draft));
    else rows.push(rowOf(row, rows.length, group, list, draft));
  }
  return { rows, sums };
}

/** The unit of money in the brackets of a head, else that of a line above the table. */
function unitOf({ headers }: ProjectList, form: FormRows): string | null {
  const notes = headers.flatMap(({ cells }) => cells.flatMap(({ label }) => label.notes));
  const stated = notes.map(headUnitOf).find((unit) => unit !== null && unit !== '%');
  return stated ?? form.currencyUnit;
}

/** A summary as a record, with the account of its texts; null where it has no list that can be read. */
export function summaryRecordOf(
  form: FormRows,
  source: Omit<Source, 'pages'>,
): Accounted<SelfEvaluationSummary> | null {
  const list = projectListIn(form.rows);
  if (list === null) return null;
  const above = [...ownLinesOf(form), ...list.above];
  const kept = [...list.above, ...list.headers, ...list.repeated, ...list.rows];
  const draft = newDraft(new Account([...above, ...list.headers, ...list.repeated, ...list.rows, ...list.below]));
  for (const { cells } of [...list.headers, ...list.repeated]) draft.account.own(cells, 'header');
  const { name: department, rest } = departmentOf(above, draft);
  const identity = identityOf(rest, draft);
  const { rows, sums } = readList(list, draft);
  for (const { cells } of list.below) {
    const [first] = cells;
    if (first) keepOther(draft, '', cells, paragraphsOf(cells.map(({ text }) => text).join('：')));
  }
  witnessLine(draft, 'title', form.titleLine);
  const besideFields = restOf(draft);
  const record: SelfEvaluationSummary = {
    schemaVersion: SCHEMA_VERSION,
    id: idOf(source, RELATED_MARK),
    source: sourceOf({ ...form, rows: kept }, source),
    formKind: 'selfEvaluationSummary',
    title: form.title === null ? null : proseOf(form.title),
    year: yearOf({ ...form, inheritedYear: null }, identity.year, draft),
    currencyUnit: unitOf(list, form),
    department: department ?? identity.implementingUnit ?? identity.competentDepartment,
    rows,
    sums,
    ...besideFields,
  };
  if (record.year === null) draft.findings.push(missing('year', 'year', '年度'));
  if (record.currencyUnit === null) draft.findings.push(missing('currencyUnit', 'unit of money', '金额单位'));
  if (form.cut) draft.findings.push(formCut());
  return { record, account: draft.account };
}
