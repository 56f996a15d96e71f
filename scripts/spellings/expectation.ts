import { fold, firstOf, type Truth } from '../scoring.js';
import type { Value } from '../../src/schema/record.js';

/** What the record holds for a field: a number, a text, a target or result, or nothing. */
export type Held = number | string | Value | null;

/** What is right for one field of a rewritten form. */
export interface Expectation {
  /** Whether this is what the form prints. `noted`: a note, warning or error points at it. */
  readonly accepts: (held: Held, noted: boolean) => boolean;
  /** Whether a note is enough to tell, where the value is another. */
  readonly noteTells?: boolean;
  /** Further fields whose finding tells, as `currencyUnit` for a unit. */
  readonly alsoAt?: readonly string[];
}

const isValue = (held: Held): held is Value => held !== null && typeof held === 'object';
export const textOf = (held: Held) => (isValue(held) ? held.text : held);

/** The field holds exactly this. */
export const equals = (want: number | string | null): Expectation => ({
  accepts: (held) => (typeof want === 'number' ? held === want : fold(textOf(held)) === fold(want)),
});

/** Nothing that a field can hold is what is printed: it must be told. */
export const mustBeTold: Expectation = { accepts: () => false };

/** Told, a note being enough. */
export const mustBeNoted: Expectation = { accepts: () => false, noteTells: true };

/** The number below zero, and a note that says so. */
export const negativeOf = (value: number): Expectation => ({ accepts: (held, noted) => held === -value && noted });

/** Words, with these numbers apart in them, and none of them taken for the value. */
export const textWith = (...numbers: readonly string[]): Expectation => ({
  accepts: (held) =>
    isValue(held) &&
    held.value === null &&
    numbers.every((number) => new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?![\\d.])`).test(held.text)),
});

/** One number as the value, whatever the text keeps beside it. */
export const valueIs = (want: number): Expectation => ({
  accepts: (held) => isValue(held) && held.kind === 'number' && held.value === want && !/\d/.test(held.unit ?? ''),
});

/** A range with these ends. */
export const rangeIs = (low: number, high: number): Expectation => ({
  accepts: (held) => isValue(held) && held.kind === 'range' && held.value === low && held.valueMax === high,
});

/** One number as the value, or words without one: the number is neither another nor cut. */
export const numberOrText = (want: number): Expectation => ({
  accepts: (held) => isValue(held) && (held.value === want || (held.value === null && held.kind === 'text')),
});

/** Anything: the field is not what is asked about. */
export const anything: Expectation = { accepts: () => true };

/** Any of these. */
export const oneOf = (...all: readonly Expectation[]): Expectation => ({
  accepts: (held, noted) => all.some((one) => one.accepts(held, noted)),
});

const FUNDS_NUMBERS = ['initialBudget', 'annualBudget', 'executed', 'weight', 'executionRate', 'score'] as const;

/** What each number, target and result of a form truly is, by its path in the truth. */
export function expectationsOf(truth: Truth): Map<string, Expectation> {
  const all = new Map<string, Expectation>([
    ['totalWeight', equals(firstOf(truth.totalWeight))],
    ['totalScore', equals(firstOf(truth.totalScore))],
  ]);
  for (const [index, row] of truth.funds.entries())
    for (const field of FUNDS_NUMBERS) all.set(`funds[${index}].${field}`, equals(firstOf(row[field])));
  for (const [index, row] of truth.indicators.entries()) {
    for (const field of ['weight', 'score'] as const)
      all.set(`indicators[${index}].${field}`, equals(firstOf(row[field])));
    for (const field of ['target', 'actual'] as const) {
      const accepted = row[field];
      const texts = typeof accepted === 'string' ? [accepted] : accepted.anyOf;
      all.set(`indicators[${index}].${field}`, oneOf(...texts.map(equals)));
    }
  }
  return all;
}
