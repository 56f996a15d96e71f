import type { Cell } from '../../schema/sheet.js';
import { FIT } from '../blocks/indicators/fit.js';
import { beginsHeading, headingKey, isKnownHeading, startsWithHeading } from '../vocabulary/headings.js';
import { labelOf } from '../vocabulary/label.js';
import { numberOf } from '../text/number.js';
import type { RowCell } from '../rows/rows.js';
import { valueOf } from '../text/value.js';
import { withoutBlanks } from '../text/white-space.js';
import { PLACEHOLDER, type IndicatorColumn } from '../vocabulary/words.js';
import type { Separation } from './borders.js';
import { GAP, type Gap } from './running-text.js';

/** A cell that was cut out of a running text: it stands on no page. */
export function cutCell(text: string, column = 0, span = 1): RowCell {
  const cell: Cell = {
    row: 0,
    column,
    rowSpan: 1,
    columnSpan: span,
    text,
    page: null,
    box: null,
    confidence: null,
    reading: 'text',
  };
  return { column, end: column + span, text, label: labelOf(text), cell };
}

/** What a value column gains by a text that is a number, a date, a range or an achievement. */
const VALUE_GAIN = 0.4;
const LONG_VALUE = 16;
const LONG_VALUE_COST = 0.8;
/** A number is written without leading zeros. */
const LEADING_ZERO = /^0\d/;
const ODD_NUMBER_COST = 4;
/** A name or a reason that begins with a heading, or holds a target or a long number, is more than one cell. */
const HOLDS_HEADING_COST = 2;
const HOLDS_VALUE_COST = 3;
const HOLDS_NUMBER_COST = 0.7;
const BEGINS_WITH_DIGIT_COST = 0.5;
/** A template's `……` and `指标2：` stand alone, or begin a name. */
const HOLDS_PLACEHOLDER_COST = 2;
const OWN_NAME = /^指标\d{1,2}[:：]/;
const HOLDS_OWN_NAME = /.指标\d{1,2}[:：]/u;
/** A sign for per cent without a number is a unit. */
const BARE_UNIT = /^[%％‰]$/;
/** Points are written with at most two decimals. */
const ODD_POINTS = /\.\d{3,}/;

/** How badly a text fits a column: from the fit of any row's cells, and by what a cut-out text should look like. */
export function fitCost(role: IndicatorColumn, text: string): number {
  const cell = cutCell(text);
  const bare = withoutBlanks(text);
  let cost = FIT[role](cell);
  if (/…./u.test(bare) && !PLACEHOLDER.test(bare)) cost += HOLDS_PLACEHOLDER_COST;
  if ((role !== 'name' && OWN_NAME.test(bare)) || HOLDS_OWN_NAME.test(bare)) cost += HOLDS_PLACEHOLDER_COST;
  if (role === 'target' || role === 'actual') {
    if (BARE_UNIT.test(bare)) cost += ODD_NUMBER_COST;
    else if (valueOf(text).kind !== 'text') cost -= VALUE_GAIN;
    else if (bare.length > LONG_VALUE) cost += LONG_VALUE_COST;
    if (LEADING_ZERO.test(bare)) cost += ODD_NUMBER_COST;
  }
  if (role === 'weight' || role === 'score') {
    if (LEADING_ZERO.test(bare) || ODD_POINTS.test(bare)) cost += ODD_NUMBER_COST;
    if (!/^[\d.]+分?$/.test(bare) && numberOf(text).kind === 'number') cost += 1;
  }
  if ((role === 'name' || role === 'deviation') && isHeading(text)) cost += 1;
  if (role === 'name' || role === 'deviation') {
    if (/^指标(?!\d)/.test(bare) || startsWithHeading(bare)) cost += HOLDS_HEADING_COST;
    if (/[≥≤=＝≧≦]\d/.test(bare)) cost += HOLDS_VALUE_COST;
    if (/[≥≤=＝≧≦>＞<＜]$/.test(bare)) cost += HOLDS_VALUE_COST;
    if (/^\d/.test(bare) && role === 'deviation') cost += BEGINS_WITH_DIGIT_COST;
    if (/\d{3,}/.test(bare) || /\.\d/.test(bare)) cost += HOLDS_NUMBER_COST;
  }
  if (role === 'unit' && /^\d/.test(bare)) cost += ODD_NUMBER_COST;
  if ((role === 'deviation' || role === 'extra') && /^[%％)）。，；]/.test(bare)) cost += HOLDS_HEADING_COST;
  if (role === 'name' && /\d$/.test(bare)) cost += 1;
  return cost;
}

/** True for a heading by its whole name. */
export function isHeading(text: string): boolean {
  const key = headingKey(text);
  return key.endsWith('指标') && (isKnownHeading(1, key) || isKnownHeading(2, key));
}

/** What it costs to join two pieces over a gap into one cell, by what parts the cells of the text. */
const JOIN: Readonly<Record<Separation, Readonly<Record<Gap, number>>>> = {
  cells: { [GAP.none]: 0, [GAP.blank]: 0, [GAP.wide]: 0, [GAP.line]: 0.3, [GAP.cell]: Infinity },
  lines: { [GAP.none]: 0, [GAP.blank]: 0, [GAP.wide]: 0, [GAP.line]: 2.5, [GAP.cell]: Infinity },
  blanks: { [GAP.none]: 0, [GAP.blank]: 0.7, [GAP.wide]: 1.5, [GAP.line]: 0.6, [GAP.cell]: Infinity },
  glued: { [GAP.none]: 0.02, [GAP.blank]: 0.1, [GAP.wide]: 0.5, [GAP.line]: 1, [GAP.cell]: Infinity },
};
/** A blank between a number and its unit, or inside a number, parts nothing. */
const UNIT_BLANK = 0.25;
/** What a wrapped heading costs: it is whole only when it is put together. */
const HEADING_JOIN = 0.1;
const HEADING_GOES_ON = 0.2;
/** A shorter beginning may be that of any word. */
const SHORTEST_BEGINNING = 3;

function goesOnAsHeading(text: string): boolean {
  const key = headingKey(text);
  return key.length >= SHORTEST_BEGINNING && (beginsHeading(1, key) || beginsHeading(2, key));
}

/** The cost of joining `left` and `right` over a gap. */
export function joinCost(separation: Separation, gap: Gap, left: string, right: string): number {
  const cost = JOIN[separation][gap];
  if (cost === Infinity) return cost;
  if (isHeading(left + right) && !isHeading(right)) return Math.min(cost, HEADING_JOIN);
  if (gap === GAP.line && goesOnAsHeading(left + right) && !isHeading(left)) return Math.min(cost, HEADING_GOES_ON);
  if (separation === 'blanks' && gap === GAP.blank && /\d$/.test(left) && /^\p{Script=Han}/u.test(right))
    return UNIT_BLANK;
  return cost;
}
