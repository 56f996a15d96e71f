import type { TableName } from '../../schema/tables/form-rows.js';
import { columnsOf, TABLES } from '../../schema/tables/tables.js';

/** The cell that a finding is about: a table, the row among the form's rows of it, and the column's key. */
export interface FindingPlace {
  readonly table: Exclude<TableName, 'findings'>;
  readonly row: number;
  readonly key: string;
}

const ROW_PATH = /^(?<table>funds|indicators)\[(?<row>\d+)\](?:\.(?<field>\w+))?/;

const KEYS = {
  projects: new Set(columnsOf(TABLES.projects).map(({ key }) => key)),
  funds: new Set(columnsOf(TABLES.funds).map(({ key }) => key)),
  indicators: new Set(columnsOf(TABLES.indicators).map(({ key }) => key)),
};

/** The column that stands for a row, or for what has no column of its own. */
const STANDS_FOR = { projects: 'projectName', funds: 'label', indicators: 'name' } as const;
const PARENTS: Readonly<Record<string, string>> = {
  funds: 'totalFundsAnnualBudget',
  indicators: 'indicatorCount',
  source: 'sourceFile',
};

/** Where a path such as `indicators[3].score` stands in the tables; what has no cell is shown at the project's name. */
export function findingPlace(
  path: string,
  rows: { readonly funds: number; readonly indicators: number },
): FindingPlace {
  const { table, row, field } = ROW_PATH.exec(path)?.groups ?? {};
  if ((table === 'funds' || table === 'indicators') && Number(row) < rows[table]) {
    const key = field !== undefined && KEYS[table].has(field) ? field : STANDS_FOR[table];
    return { table, row: Number(row), key };
  }
  const head = /^\w+/.exec(path)?.[0] ?? '';
  const key = KEYS.projects.has(head) ? head : (PARENTS[head] ?? STANDS_FOR.projects);
  return { table: 'projects', row: 0, key };
}
