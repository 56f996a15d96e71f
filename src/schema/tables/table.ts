import { z } from 'zod';
import type { Words } from '../words.js';

/** What a cell of a table holds before a format writes it. */
export type Scalar = string | number | null;
export type Row = Readonly<Record<string, Scalar>>;

/** A table: its name (also its file's), its words, and the schema of a row (camelCase keys in column order). */
export interface Table<R extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly words: Required<Words>;
  readonly row: R;
}

const NUMBER_TYPES = ['integer', 'number'] as const;
export type ColumnType = 'string' | (typeof NUMBER_TYPES)[number];

/** A column as a format needs it: the key in the row, the two headers, and the constraints. */
export interface Column extends Words {
  readonly key: string;
  readonly header: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly pattern?: string;
  readonly values?: readonly string[];
}

interface Property extends Partial<Words> {
  readonly type?: string | readonly string[];
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Property[];
}

/** The table's columns in order, read off the row's schema. Throws where a column has no title. */
export function columnsOf(table: Table): Column[] {
  const properties = z.toJSONSchema(table.row).properties as Record<string, Property>;
  return Object.entries(properties).map(([key, property]) => column(table, key, property));
}

/** `implementingUnit` → `implementing_unit`; digits stay with their word (`level1`, `source_sha256`). */
export function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function column(table: Table, key: string, property: Property): Column {
  const { title, titleZh, description, descriptionZh } = property;
  if (title === undefined || titleZh === undefined) throw new Error(`${table.name}.${key} has no title`);
  const value = property.anyOf?.find((option) => option.type !== 'null') ?? property;
  const types = [value.type ?? 'string'].flat();
  return {
    key,
    header: snakeCase(key),
    title,
    titleZh,
    type: NUMBER_TYPES.find((type) => types.includes(type)) ?? 'string',
    nullable: property.anyOf !== undefined || types.includes('null'),
    ...(description === undefined ? {} : { description }),
    ...(descriptionZh === undefined ? {} : { descriptionZh }),
    ...(value.pattern === undefined ? {} : { pattern: value.pattern }),
    ...(value.enum === undefined ? {} : { values: value.enum }),
  };
}
