import { fold, type Truth } from '../scoring.js';
import { expectationsOf, mustBeTold, oneOf, textOf, type Expectation } from '../spellings/expectation.js';
import type { PlacedCell } from '../spellings/true-form.js';
import { fieldText, type EditedForm } from './edited-form.js';

/**
 * What is right for each field of an edited form, from what the form prints now.
 *
 * A number's cell that holds one number is that number. A blank cell, or a dash, is none. A cell that holds anything else can't be held by
 * the field: it must be told. A target or result is right where its digits, in their order, are the printed ones, and its value is one of
 * the printed numbers or none. A field that isn't at a known place is what it was.
 */

const NUMBER = /^[-−]?(?:\d{1,3}(?:,\d{3})+|\d+\.?|\d*\.\d+|\d+\.\d*)[%分]?$/;
const NONE = /^(?:[-—–/]+|无)?$/;
const WRITTEN_NUMBER = /\d+(?:\.\d+)?/g;

const half = (text: string) => text.normalize('NFKC').trim();

function numberPrinted(text: string): Expectation {
  const bare = half(text)
    .replace(/\s*\(%\)$/, '%')
    .replace(/\s+(?=[%分]$)/, '');
  if (NONE.test(bare)) return { accepts: (held) => held === null };
  if (!NUMBER.test(bare) && !/^-?\d{1,3}(?:,\d{3})+\.\d+[%分]?$/.test(bare)) return mustBeTold;
  const value = Number(bare.replace(/[,%分]/g, '').replace('−', '-'));
  return { accepts: (held) => held === value };
}

const numbersOf = (text: unknown) =>
  (fold(text)
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .match(WRITTEN_NUMBER) ?? []) as string[];
const digitsOf = (text: unknown) => fold(text).replace(/[^\d.]/g, '');

function valuePrinted(text: string): Expectation {
  return {
    accepts: (held) => {
      if (held === null || typeof held !== 'object') return false;
      if (digitsOf(textOf(held)) !== digitsOf(text)) return false;
      const isPrinted = (value: number | null | undefined) =>
        value === null || value === undefined || numbersOf(text).some((number) => Number(number) === Math.abs(value));
      return isPrinted(held.value) && isPrinted(held.valueMax);
    },
  };
}

/** What a text that stands in a field's cell makes of the field. */
export const printedAs = (kind: PlacedCell['kind'], text: string): Expectation =>
  kind === 'target' || kind === 'actual' ? valuePrinted(text) : numberPrinted(text);

const textsIn = (accepted: Truth['indicators'][number]['target']) =>
  typeof accepted === 'string' ? [accepted] : accepted.anyOf;

const IN_HEADING = /[（(]\s*([\d\s]+?)\s*分\s*[）)]/;
/** The points in a block's heading, 预算执行情况（10分）, are the funds' weight where no cell holds it. */
const headingWeights = (form: EditedForm) =>
  form.rows.flatMap((row) => row.flatMap((text) => IN_HEADING.exec(text)?.[1]?.replace(/\s/g, '') ?? []));
const FUNDS_WEIGHT = /^funds\[\d+\]\.weight$/;

/** What is right for each field of an edited form. */
export function printedExpectations(form: EditedForm): Map<string, Expectation> {
  const all = expectationsOf(form.truth);
  for (const [index, row] of form.truth.indicators.entries())
    for (const field of ['target', 'actual'] as const)
      all.set(`indicators[${index}].${field}`, oneOf(...textsIn(row[field]).map(valuePrinted)));
  const inHeadings = headingWeights(form);
  const elsewhere = (path: string, texts: readonly string[]) =>
    FUNDS_WEIGHT.test(path) && texts.some((text) => NONE.test(half(text))) ? inHeadings : [];
  for (const [path, texts] of form.texts) {
    const kind = /target$/.test(path) ? 'target' : /actual$/.test(path) ? 'actual' : 'points';
    all.set(path, oneOf(...[...texts, ...elsewhere(path, texts)].map((text) => printedAs(kind, text))));
  }
  for (const cell of form.cells) {
    const texts = [fieldText(form, cell), ...(form.texts.get(cell.path) ?? [])];
    all.set(cell.path, oneOf(...[...texts, ...elsewhere(cell.path, texts)].map((text) => printedAs(cell.kind, text))));
  }
  return all;
}
