import type { Owner } from '../../src/normalize/draft/account.js';
import { withSensibleReading } from '../../src/normalize/rows/choose-reading.js';
import { FormFinder, type FormRows } from '../../src/normalize/forms/find-forms.js';
import { labelOf } from '../../src/normalize/vocabulary/label.js';
import { numberOf } from '../../src/normalize/text/number.js';
import { accounted } from '../../src/normalize/record.js';
import { originsOf } from '../../src/normalize/rows/rows.js';
import { setAsideKindOf } from '../../src/normalize/forms/set-aside.js';
import { isAnyLabel } from '../../src/normalize/vocabulary/any-label.js';
import { LONGEST_NAMED } from '../../src/normalize/blocks/unplaced.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';
import type { SelfEvaluation } from '../../src/schema/record.js';
import type { Cell, Line, Sheet } from '../../src/schema/sheet.js';
import { outsideOf } from './outside.js';
import { compact, isWithin } from './signs.js';

/** Where the characters of a document's sheets went, white space aside, and what broke the account. */
export interface Balance {
  readonly forms: number;
  /** In cells and lines that belong to a form. */
  readonly printed: number;
  readonly byOwner: Readonly<Record<string, number>>;
  /** In a finding `text-unplaced`, and under `other`. */
  readonly unplaced: number;
  /** Signs for none and separators. */
  readonly signs: number;
  /** Above, between and below forms, and in forms that are set aside. */
  readonly outside: number;
  readonly exceptions: readonly string[];
}

/** The value at a path as `indicators[3].target`; undefined where there is none. */
function valueAt(record: SelfEvaluation, path: string): unknown {
  return path
    .match(/[^.[\]]+/g)
    ?.reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], record);
}

/** All that a value says, as one text. */
function saidBy(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return typeof value === 'object' && value !== null ? Object.values(value).map(saidBy).join(' ') : '';
}

/** A path, its row's, and its block's. */
const parents = (path: string) => [path, path.replace(/\.[^.]*$/, ''), path.replace(/\[.*$/, '')];

/** What a field needn't repeat: that a row is among the one above, that a target is one of quality, the number of an indicator. */
const UNSAID = /^其中|^定性$|^指标[0-9０-９一二三四五六七八九十]+[:：]/;

/** A grade's choices, of which one is ticked. */
const CHOICE = /^(?:[^\p{L}]*(?:优|良|中|差|合格|不合格)[^\p{L}]*){3,}$/u;

/** True where the field says what it owns, or the record says that it doesn't. */
function isSaid(record: SelfEvaluation, path: string, text: string): boolean {
  const value = valueAt(record, path);
  const number = numberOf(text);
  if (typeof value === 'number' && number.kind === 'number' && number.value === value) return true;
  if (
    number.kind === 'none' ||
    isWithin(text.replace(UNSAID, '').replace(path === 'grade' ? CHOICE : /$^/, ''), saidBy(value))
  )
    return true;
  const isTold = [...record.findings, ...record.repairs].some((told) => parents(path).includes(told.path));
  return isTold || isAnyLabel(labelOf(text).key);
}

function exceptionOf(record: SelfEvaluation, text: string, owner: Owner): string | null {
  if (typeof owner === 'object')
    return isSaid(record, owner.field, text)
      ? null
      : `${owner.field} owns “${text}” and says “${saidBy(valueAt(record, owner.field))}”`;
  if (owner === 'other')
    return record.other.some((one) => isWithin(text, `${one.label} ${one.text}`))
      ? null
      : `“${text}” is not under other`;
  return null;
}

/** The cells and lines of a form's rows as the sheets hold them. */
const itemsOf = ({ rows }: FormRows): (Cell | Line)[] =>
  rows.flatMap(({ cells, line }) =>
    line ? [line] : cells.flatMap((cell) => [...originsOf(cell), ...(cell.repeats ?? [])]),
  );

/** Reads a document's sheets as `normalize` does, and draws up the account of every character in them. */
export function balanceOf(read: readonly Sheet[], file = 'drawn.md'): Balance {
  const sheets = read.map((sheet) => ({ ...sheet, cells: sheet.cells.map(withSensibleReading) }));
  const finder = new FormFinder(DEFAULT_LIMITS);
  const found = [...sheets.flatMap((sheet) => finder.add(sheet)), ...finder.end()];
  const byOwner: Record<string, number> = {};
  const exceptions: string[] = [];
  let [forms, printed, unplaced, signs] = [0, 0, 0, 0];
  const formOf = new Map<Cell | Line, number[]>();
  for (const [index, form] of found.entries()) {
    // The lines above a form are its own, but it doesn't begin with them: other tables may stand between.
    for (const line of form.lines) if (!formOf.has(line)) formOf.set(line, []);
    for (const item of itemsOf(form)) formOf.set(item, [...(formOf.get(item) ?? []), index]);
    if (setAsideKindOf(form) !== null) continue;
    forms += 1;
    const { record, account } = accounted(form, { file, sha256: '0'.repeat(64), kind: 'text', ordinal: forms });
    const { characters } = account;
    let owned = 0;
    for (const { text, owner } of account.entries) {
      const name = typeof owner === 'object' ? 'field' : owner;
      byOwner[name] = (byOwner[name] ?? 0) + text.length;
      owned += text.length;
      const exception = exceptionOf(record, text, owner);
      if (exception !== null) exceptions.push(exception);
    }
    const told = account.unplaced();
    for (const { text } of told) {
      unplaced += compact(text).length;
      if (
        !record.findings.some(
          ({ code, message }) => code === 'text-unplaced' && message.includes(text.slice(0, LONGEST_NAMED)),
        )
      )
        exceptions.push(`“${text}” ends nowhere without a finding`);
      if (!record.other.some((other) => isWithin(text, `${other.label} ${other.text}`)))
        exceptions.push(`“${text}” is not kept under other`);
    }
    printed += characters.printed;
    signs += characters.left - told.reduce((sum, { text }) => sum + compact(text).length, 0);
    if (owned + characters.left !== characters.printed)
      exceptions.push(`${characters.printed} characters are printed, ${owned} owned, ${characters.left} left`);
  }
  const { characters: outside, lost } = outsideOf(sheets, formOf);
  exceptions.push(...lost.map((text) => `“${text}” stands within a form and is no part of it`));
  return { forms, printed, byOwner, unplaced, signs, outside, exceptions };
}
