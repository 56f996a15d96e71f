import { rowsOf, TABLE_NAMES, type TableName } from '../../src/schema/form-rows.js';
import type { SelfEvaluation } from '../../src/schema/record.js';
import { columnsOf, type Scalar, TABLES } from '../../src/schema/tables.js';

const SHEETS: Readonly<Record<TableName, string>> = {
  projects: '项目',
  funds: '资金',
  indicators: '指标',
  findings: '问题',
};

/** Sheets of a workbook by name, as rows of texts with the header. */
type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>;

/** What differs between a workbook and the records, as lines: a text must be the same text, a number the same number. */
export function workbookDifferences(forms: readonly SelfEvaluation[], sheets: Sheets): string[] {
  return TABLE_NAMES.flatMap((table) => differences(table, forms, sheets[SHEETS[table]] ?? []));
}

function differences(
  table: TableName,
  forms: readonly SelfEvaluation[],
  rows: readonly (readonly string[])[],
): string[] {
  const columns = columnsOf(TABLES[table]);
  const wanted = forms.flatMap((form) => rowsOf(form)[table]);
  const count = rows.length - 1 === wanted.length ? [] : [`${table}: ${wanted.length} rows, found ${rows.length - 1}`];
  return [
    ...count,
    ...wanted.flatMap((row, index) =>
      columns.flatMap(({ key }, column) => {
        const want = row[key] ?? null;
        const got = rows[index + 1]?.[column] ?? '';
        return isSame(want, got)
          ? []
          : [`${table}[${index}].${key}: ${JSON.stringify(want)} is ${JSON.stringify(got)}`];
      }),
    ),
  ];
}

function isSame(want: Scalar, got: string): boolean {
  if (typeof want === 'number') return got !== '' && Number(got) === want;
  return got === (want ?? '');
}
