import {
  mustBeNoted,
  mustBeTold,
  numberOrText,
  oneOf,
  rangeIs,
  textWith,
  valueIs,
  type Expectation,
} from './expectation.js';
import type { Spelling } from './trial.js';
import { withTexts } from './true-form.js';

/** A target or result in place of one that holds a number. */
type Written = readonly [text: string, expected: Expectation];

const TWO: Expectation = textWith('95', '98');
const POWER = (base: string): Expectation => ({
  accepts: (held) =>
    held !== null && typeof held === 'object' && held.value === null && /[2²₂]/.test(held.text.replace(base, '')),
});

const MARKUP: readonly Written[] = [
  ['95<br>98', TWO],
  ['95<br/>98', TWO],
  ['<p>95</p><p>98</p>', TWO],
  ['95<p>98</p>', TWO],
  ['<ul><li>95</li><li>98</li></ul>', TWO],
  ['<div>95</div><div>98</div>', TWO],
  ['<div>95</div>98', TWO],
  ['<s>95</s>98', TWO],
  ['<del>95</del>98', TWO],
  ['<strike>95</strike>98', TWO],
  // What a template, a style or a comment holds is not shown.
  ['<template>95</template>98', oneOf(valueIs(98), TWO)],
  ['<!-- 95 -->98', oneOf(valueIs(98), TWO)],
  ['<span>95</span><span>98</span>%', oneOf(TWO, valueIs(9598))],
  ['95<br>%', valueIs(95)],
  ['≥95<br>98%', TWO],
  ['10<sup>2</sup>', POWER('10')],
  ['10<sub>2</sub>', POWER('10')],
  ['≥10<sup>2</sup>个', POWER('10')],
  ['$95^{2}$', POWER('95')],
  ['10^2', POWER('10')],
  ['10²', POWER('10')],
  ['$95$', numberOrText(95)],
  ['$\\geq 95\\%$', numberOrText(95)],
  ['1½', textWith('1')],
  ['95①', textWith('95')],
  ['95[1]', textWith('95', '1')],
];

const MISREAD: readonly Written[] = [
  ['1OO%', valueIs(100)],
  ['l00%', valueIs(100)],
  ['≥9S%', valueIs(95)],
  ['≥9B%', valueIs(98)],
  ['≥g5%', valueIs(95)],
  ['≥95。5%', valueIs(95.5)],
  ['≥95，5%', oneOf(valueIs(95.5), textWith('95', '5'))],
  ['≥95,5%', oneOf(valueIs(95.5), textWith('95', '5'))],
  ['≥95 .5%', valueIs(95.5)],
  ['≥9 5%', valueIs(95)],
  ['≥95. 50%', valueIs(95.5)],
  ['98-95%', mustBeTold],
  ['98%-95%', mustBeTold],
  ['98%～95%', mustBeTold],
  ['12月底前', mustBeNoted],
  ['≥个', mustBeTold],
  ['≥', mustBeTold],
  ['≥%', mustBeTold],
  ['=(%)', mustBeTold],
  ['%', mustBeTold],
  ['≥■%', mustBeTold],
  ['≥?%', mustBeTold],
  ['≥.%', mustBeTold],
  ['≥95..5%', mustBeTold],
  ['≥9O个', valueIs(90)],
  ['≥95%98%', TWO],
  ['95 98', TWO],
  ['95/98', TWO],
];

const SPELLED: readonly Written[] = [
  ["'95%", valueIs(95)],
  ['"95%"', valueIs(95)],
  ['“95%”', valueIs(95)],
  ['≥９５％', valueIs(95)],
  ['≥95﹪', valueIs(95)],
  ['≥ 95 %', valueIs(95)],
  ['≥1,234人', valueIs(1234)],
  ['≥1，234人', valueIs(1234)],
  ['≥1 234人', valueIs(1234)],
  ["≥1'234人", valueIs(1234)],
  ['≥1’234人', valueIs(1234)],
  ['≥1\u2009234人', valueIs(1234)],
  ['≥1\u202f234人', valueIs(1234)],
  ['≥1\u00a0234人', valueIs(1234)],
  ['95-98%', rangeIs(95, 98)],
  ['95%～98%', rangeIs(95, 98)],
  ['百分之九十五', numberOrText(95)],
  ['九十五', numberOrText(95)],
  ['≥玖拾伍万元', numberOrText(95)],
  ['≥¥95', numberOrText(95)],
  ['-5%', valueIs(-5)],
  ['−5%', valueIs(-5)],
  ['－5%', valueIs(-5)],
  ['△5%', oneOf(valueIs(-5), textWith('5'))],
  ['（5）%', oneOf(valueIs(-5), textWith('5'))],
  ['1.5E3', oneOf(valueIs(1500), textWith('1.5', '3'))],
];

const HAS_ONE_NUMBER = /^\D*\d[\d,]*(?:\.\d+)?\D*$/;
/** Written in every target and result that holds one number. */
const spelling = ([text, expected]: Written): Spelling => ({
  name: text,
  group: 'values',
  trials: (form) =>
    form.cells
      .filter((cell) => (cell.kind === 'target' || cell.kind === 'actual') && HAS_ONE_NUMBER.test(cell.text))
      .map((cell) => ({
        rows: withTexts(form.rows, [{ ...cell, text }]),
        rewritten: new Map([[cell.path, expected]]),
        printed: text,
      })),
});

/** Spellings of targets and results: point 5 of the promise. */
export const VALUE_SPELLINGS: readonly Spelling[] = [...MARKUP, ...MISREAD, ...SPELLED].map(spelling);
