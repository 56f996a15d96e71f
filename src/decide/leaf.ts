import { createHash } from 'node:crypto';
import { proseOf } from '../normalize/text/canonical.js';
import { numberOf } from '../normalize/text/number.js';
import { valueOf } from '../normalize/text/value.js';
import type { LeafValue } from '../schema/decision.js';
import { FUNDS_NUMBERS, POINTS } from '../schema/number-fields.js';
import type { SelfEvaluation, Value } from '../schema/record.js';

/** What a leaf holds: a number, a year, a text, or a target or result. */
export type LeafKind = 'number' | 'year' | 'text' | 'value';

/** The fields of each block that a person may decide on, in the order in which a form has them. */
export const IDENTITY_FIELDS = [
  'title',
  'year',
  'projectName',
  'competentDepartment',
  'implementingUnit',
  'currencyUnit',
] as const;
export const FUNDS_FIELDS = ['label', ...FUNDS_NUMBERS] as const;
export const GOAL_FIELDS = ['expectedGoal', 'actualResult'] as const;
export const INDICATOR_FIELDS = ['level1', 'level2', 'name', 'target', 'actual', ...POINTS, 'deviation'] as const;
export const CLOSE_FIELDS = ['totalWeight', 'totalScore', 'grade'] as const;
export const OTHER_FIELDS = ['label', 'text'] as const;

const ROWS = { funds: FUNDS_FIELDS, indicators: INDICATOR_FIELDS, other: OTHER_FIELDS } as const;
const FORM_FIELDS: readonly string[] = [...IDENTITY_FIELDS, ...GOAL_FIELDS, ...CLOSE_FIELDS];
const NUMBERS: readonly string[] = [...FUNDS_NUMBERS, ...POINTS, 'totalWeight', 'totalScore'];
const PLACE = /^(?:(funds|indicators|other)\[(\d+)\]\.)?(\w+)$/;

/** Every leaf of a record that can be decided on, from the top of the form to its end. */
export function leafPaths(record: SelfEvaluation): string[] {
  const rows = (block: keyof typeof ROWS) =>
    record[block].flatMap((_, index) => ROWS[block].map((field) => `${block}[${index}].${field}`));
  return [
    ...IDENTITY_FIELDS,
    ...rows('funds'),
    ...GOAL_FIELDS,
    ...rows('indicators'),
    ...CLOSE_FIELDS,
    ...rows('other'),
  ];
}

/** The object that holds a leaf, and its name there; null where the path is none of the record's leaves. */
function placeOf(record: SelfEvaluation, path: string): { holder: Record<string, unknown>; field: string } | null {
  const [, block, index, field = ''] = PLACE.exec(path) ?? [];
  if (block === undefined) return FORM_FIELDS.includes(field) ? { holder: record, field } : null;
  const name = block as keyof typeof ROWS;
  const fields: readonly string[] = ROWS[name];
  const holder = record[name][Number(index)];
  return holder !== undefined && fields.includes(field) ? { holder, field } : null;
}

/** What kind of value stands at a path; null where the path is no leaf of the record. */
export function leafKind(record: SelfEvaluation, path: string): LeafKind | null {
  const field = placeOf(record, path)?.field;
  if (field === undefined) return null;
  if (field === 'year') return 'year';
  if (NUMBERS.includes(field)) return 'number';
  return field === 'target' || field === 'actual' ? 'value' : 'text';
}

/** The value at a leaf, targets and results by their text; undefined where the path is no leaf of the record. */
export function leafAt(record: SelfEvaluation, path: string): LeafValue | undefined {
  const place = placeOf(record, path);
  if (place === null) return undefined;
  const value = place.holder[place.field] as LeafValue | Value;
  return typeof value === 'object' && value !== null ? value.text : value;
}

/** What the program read at a path, in a form that can be compared: a leaf's value, or a digest of what stands below a parent. */
export function readingAt(record: SelfEvaluation, path: string): LeafValue {
  const leaf = leafAt(record, path);
  if (leaf !== undefined) return leaf;
  const [, block, index] = /^(funds|indicators|other)(?:\[(\d+)\])?$/.exec(path) ?? [];
  const rows: readonly unknown[] | undefined = block === undefined ? undefined : record[block as keyof typeof ROWS];
  const below = index === undefined ? rows : rows?.[Number(index)];
  // What concerns the form as a whole is the finding itself.
  const said = record.findings.filter((finding) => finding.path === path).map(({ code, message }) => [code, message]);
  return `sha256:${createHash('sha256')
    .update(JSON.stringify(below ?? said))
    .digest('hex')}`;
}

/** Longest text that a person may put in, characters: no cell of a form is longer. */
const LONGEST = 20_000;
const YEAR = /^(?:19|20)\d\d$/;

/** What a person typed, as the value of a leaf of this kind; undefined where it can't be one. Blank is none. */
export function typedValue(kind: LeafKind, typed: string): LeafValue | undefined {
  const text = typed.normalize('NFC').trim();
  if (text.length > LONGEST) return undefined;
  switch (kind) {
    case 'number': {
      const read = numberOf(text);
      if (read.kind === 'none') return null;
      return read.kind === 'number' && read.repaired === null ? read.value : undefined;
    }
    case 'year':
      return text === '' ? null : YEAR.test(text) ? Number(text) : undefined;
    case 'value':
      return valueOf(text).text;
    case 'text':
      return text === '' ? null : proseOf(text);
  }
}

/** Fields that a form without them has as an empty text. */
const NEVER_NULL: readonly string[] = ['label', 'text', 'level1', 'level2', 'name', 'deviation'];

/** The same record with another value at a leaf. */
export function withLeaf(record: SelfEvaluation, path: string, value: LeafValue): SelfEvaluation {
  const changed = structuredClone({
    ...record,
    evidence: {},
    findings: [],
    repairs: [],
  });
  const place = placeOf(changed, path);
  if (place === null) return record;
  const { holder, field } = place;
  if (leafKind(record, path) === 'value') holder[field] = valueOf(String(value ?? ''));
  else holder[field] = value === null && NEVER_NULL.includes(field) ? '' : value;
  return { ...changed, evidence: record.evidence, findings: record.findings, repairs: record.repairs };
}
