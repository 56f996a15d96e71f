import { type Column, columnsOf, TABLES, type Table } from '../schema/tables/tables.js';
import type { CsvOptions } from './csv-options.js';
import { guard } from './formula-guard.js';

/**
 * The CSV files' description as a Frictionless Data Package v2 (https://datapackage.org), the text of datapackage.json. `related`: the
 * tables of related forms that there are.
 */
export function dataPackage(version: string, options: CsvOptions, related: readonly Table[] = []): string {
  const ofProjects = Object.values(TABLES).map((table) => resource(table, options, related.length === 0));
  const ofRelated = related.map((table) => resource(table, options, false));
  const resources = [...ofProjects, ...ofRelated];
  return `${JSON.stringify(
    {
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: 'zipingbiao',
      title: 'Project performance self-evaluations',
      titleZh: '项目支出绩效自评表',
      version,
      resources,
    },
    null,
    2,
  )}\n`;
}

/** `refers`: each row that is none of a project's own refers to a project, as where there are no related forms. */
function resource(table: Table, options: CsvOptions, refers: boolean): object {
  const name = (column: Column) => (options.headers === 'zh' ? column.titleZh : column.header);
  const fields = columnsOf(table).map((column) => field(column, name(column), options));
  const id = fields[0]?.name;
  const keys =
    table === TABLES.projects
      ? { primaryKey: [id] }
      : refers
        ? { foreignKeys: [{ fields: [id], reference: { resource: TABLES.projects.name, fields: [id] } }] }
        : {};
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name: table.name,
    type: 'table',
    path: `${table.name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...table.words,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: { $schema: 'https://datapackage.org/profiles/2.0/tableschema.json', fields, missingValues: [''], ...keys },
  };
}

/** A column's field. Its constraints say what stands in the file: in a guarded one, the guarded values. */
function field(column: Column, name: string, { csv }: CsvOptions) {
  const { title, titleZh, description, descriptionZh, type, nullable, pattern, values } = column;
  const guarded = csv === 'spreadsheet';
  return {
    name,
    type,
    title,
    titleZh,
    ...(description === undefined ? {} : { description }),
    ...(descriptionZh === undefined ? {} : { descriptionZh }),
    constraints: {
      required: !nullable && type !== 'string',
      ...(pattern === undefined ? {} : { pattern: guarded ? pattern.replace(/^\^/, "^'?") : pattern }),
      ...(values === undefined ? {} : { enum: guarded ? values.map(guard) : values }),
    },
  };
}
