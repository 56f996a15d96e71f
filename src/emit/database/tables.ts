import type { FormRows, TableName } from '../../schema/tables/form-rows.js';
import { type Column, columnsOf, type Row, TABLES } from '../../schema/tables/tables.js';
import type { DecimalType } from './decimal.js';

/** A column's type in databases: texts, whole numbers up to 2^53, and exact decimals. */
export type DatabaseType = 'text' | 'integer' | DecimalType;

export interface DatabaseColumn extends Column {
  readonly databaseType: DatabaseType;
}

/** A table as databases have it. Columns are in snake_case always: views and queries name them. */
export interface DatabaseTable {
  readonly name: TableName;
  readonly description: string;
  readonly columns: readonly DatabaseColumn[];
  /** Headers of the columns that tell a row from all others. */
  readonly primaryKey: readonly string[];
  readonly refersToProject: boolean;
}

/** Amounts up to 999,999,999,999 with six decimals: 万元 printed to the cent of a yuan has six. Rates, weights and scores fit too. */
const AMOUNT: DecimalType = { precision: 18, scale: 6 };

/** Targets and results are whatever the form sets as a goal. */
const MEASURE: DecimalType = { precision: 38, scale: 12 };

const ROW_NUMBER: Column = {
  key: 'rowNumber',
  header: 'row_number',
  title: 'Row number',
  titleZh: '行号',
  description: 'The row’s place among the form’s rows, from 1; for findings, among all.',
  descriptionZh: '该行在本表中的序号，从 1 开始；问题为全部问题中的序号。',
  type: 'integer',
  nullable: false,
};

function databaseColumn(column: Column): DatabaseColumn {
  return { ...column, databaseType: databaseType(column) };
}

function databaseType({ type, key }: Column): DatabaseType {
  if (type === 'string') return 'text';
  if (type === 'integer') return 'integer';
  return /Value(?:Max)?$/.test(key) ? MEASURE : AMOUNT;
}

function table(name: TableName, primaryKey: readonly string[], extra: readonly Column[] = []): DatabaseTable {
  return {
    name,
    description: `${TABLES[name].words.titleZh}. ${TABLES[name].words.description}`,
    columns: [...extra, ...columnsOf(TABLES[name])].map(databaseColumn),
    primaryKey,
    refersToProject: name !== 'projects',
  };
}

/** The tables in an order in which each refers only to earlier ones. */
export const DATABASE_TABLES: readonly DatabaseTable[] = [
  table('projects', ['id']),
  table('funds', ['id', 'row_number'], [ROW_NUMBER]),
  table('indicators', ['id', 'row_number'], [ROW_NUMBER]),
  table('findings', ['row_number'], [ROW_NUMBER]),
];

/** Numbers the rows of forms: within the form, findings through all of them. */
export class RowNumbers {
  #findings = 0;

  of(name: TableName, rows: readonly Row[]): Row[] {
    if (name === 'projects') return [...rows];
    if (name !== 'findings') return rows.map((row, index) => ({ ...row, rowNumber: index + 1 }));
    return rows.map((row) => ({ ...row, rowNumber: (this.#findings += 1) }));
  }

  all(form: FormRows): Readonly<Record<TableName, Row[]>> {
    return {
      projects: this.of('projects', form.projects),
      funds: this.of('funds', form.funds),
      indicators: this.of('indicators', form.indicators),
      findings: this.of('findings', form.findings),
    };
  }
}
