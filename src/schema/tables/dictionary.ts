import { type Column, columnsOf, RELATED_TABLES, TABLES, type Table } from './tables.js';
import { jsonSchemaOf } from './json-schema.js';

export type DictionaryLanguage = 'en' | 'zh';

const WORDS = {
  en: {
    column: 'Column',
    zh: 'Chinese header',
    field: 'Field',
    type: 'Type',
    holds: 'Holds',
    record: 'The record (JSON)',
  },
  zh: { column: '列名', zh: '中文列名', field: '字段', type: '类型', holds: '内容', record: '记录（JSON）' },
} as const;

/** The data dictionary as Markdown: each CSV table's columns, and the record's fields; derived from the schemas. */
export function dataDictionary(language: DictionaryLanguage): string {
  const tables = [...Object.values(TABLES), ...Object.values(RELATED_TABLES)].map((table) =>
    tableSection(table, language),
  );
  return [...tables, recordSection(language)].join('\n\n');
}

function tableSection(table: Table, language: DictionaryLanguage): string {
  const { column, zh, type, holds } = WORDS[language];
  const rows = columnsOf(table).map((each) => [
    `\`${each.header}\``,
    each.titleZh,
    typeOf(each),
    language === 'zh' ? (each.descriptionZh ?? '') : `${each.title}. ${each.description ?? ''}`.trim(),
  ]);
  const about = language === 'zh' ? table.words.descriptionZh : table.words.description;
  return `### ${table.name}.csv\n\n${about}\n\n${markdownTable([column, zh, type, holds], rows)}`;
}

function typeOf({ type, nullable, values }: Column): string {
  const allowed = values === undefined ? type : values.map((value) => `\`${value}\``).join(', ');
  return nullable ? `${allowed}, null` : allowed;
}

interface Property {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly titleZh?: string;
  readonly description?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Property[];
  readonly properties?: Readonly<Record<string, Property>>;
  readonly items?: Property;
  readonly prefixItems?: readonly Property[];
  readonly additionalProperties?: Property | false;
}

function recordSection(language: DictionaryLanguage): string {
  const { field, type, holds, record } = WORDS[language];
  const rows = [...fieldsOf(jsonSchemaOf('record'), '')].map(([path, property]) => [
    `\`${path}\``,
    jsonType(property),
    language === 'zh' ? (property.titleZh ?? '') : [property.title, property.description].filter(Boolean).join('. '),
  ]);
  return `### ${record}\n\n${markdownTable([field, type, holds], rows)}`;
}

/** The leaves and branches of an object's schema in order: `funds[].score`, `evidence.*.text`. */
function* fieldsOf(schema: Property, prefix: string): Generator<[string, Property]> {
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const path = `${prefix}${key}`;
    yield [path, property];
    yield* fieldsOf(property, `${path}.`);
    if (property.items !== undefined) yield* fieldsOf(property.items, `${path}[].`);
    if (property.additionalProperties) yield* fieldsOf(property.additionalProperties, `${path}.*.`);
  }
}

function jsonType(property: Property): string {
  if (property.const !== undefined) return `\`${property.const}\``;
  if (property.anyOf !== undefined) return [...new Set(property.anyOf.map(jsonType))].join(', ');
  const values = property.enum?.map((value) => `\`${value}\``).join(', ');
  return values ?? [property.type ?? ''].flat().join(', ');
}

function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
