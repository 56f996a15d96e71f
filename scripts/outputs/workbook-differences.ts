import { rowsOf, TABLE_NAMES, type TableName } from '../../src/schema/tables/form-rows.js';
import type { InputReport } from '../../src/schema/manifest.js';
import type { SelfEvaluation } from '../../src/schema/record.js';
import {
  columnsOf,
  documentFindingRows,
  findingRows,
  type Row,
  type Scalar,
  TABLES,
} from '../../src/schema/tables/tables.js';

const SHEETS: Readonly<Record<TableName, string>> = {
  projects: '项目',
  funds: '资金',
  indicators: '指标',
  findings: '问题',
};

/** Sheets of a workbook by name, as rows of texts with the header. */
type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>;

/** What differs between a workbook and the records, as lines: a text must be the same text, a number the same number. */
export function workbookDifferences(
  forms: readonly SelfEvaluation[],
  inputs: readonly Pick<InputReport, 'path' | 'findings'>[],
  sheets: Sheets,
): string[] {
  return TABLE_NAMES.flatMap((table) => {
    const wanted = table === 'findings' ? findingsOf(forms, inputs) : forms.flatMap((form) => rowsOf(form)[table]);
    return differences(table, wanted, sheets[SHEETS[table]] ?? []);
  });
}

/** In the order of the inputs: those of an input's forms, then those of the document itself. */
function findingsOf(
  forms: readonly SelfEvaluation[],
  inputs: readonly Pick<InputReport, 'path' | 'findings'>[],
): readonly Row[] {
  const waiting = [...forms];
  const ofInputs = inputs.flatMap(({ path, findings }) => {
    const next = waiting.findIndex(({ source }) => source.file !== path);
    const own = waiting.splice(0, next < 0 ? waiting.length : next);
    return [...own.flatMap(findingRows), ...documentFindingRows(path, findings)];
  });
  return [...ofInputs, ...waiting.flatMap(findingRows)];
}

function differences(table: TableName, wanted: readonly Row[], rows: readonly (readonly string[])[]): string[] {
  const columns = columnsOf(TABLES[table]);
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
