import { isAchievement } from '../../text/achievement.js';
import { valueTextOf } from '../../text/canonical.js';
import { numberOf } from '../../text/number.js';
import type { RowCell } from '../../rows/rows.js';
import { valueOf } from '../../text/value.js';
import type { IndicatorColumn } from '../../vocabulary/words.js';

export type PlacedCells = ReadonlyMap<IndicatorColumn, readonly RowCell[]>;

const BEGINS_VALUE = /^(?:[=≥≤><]|不低于|不少于|不超过)/;
const UNFINISHED = /[（(《“、，,.的和及与=≥≤><]$|^[^（(]*[（(][^）)]*$/;
const BEGINS_REST = /^[）)》”，。、；,;%.]|^[(（][^)）]*[)）]$/;

/** Two values that are one: together they read as a value, and the second alone has what the first one lacks. */
function reads(first: string, second: string): number {
  const [one, two, both] = [valueOf(first), valueOf(second), valueOf(first + second)];
  if (both.kind === 'text') return one.kind !== 'text' && two.kind !== 'text' ? -1 : 0;
  if (one.kind === 'text' || two.kind === 'text') return 1;
  return one.unit === null && two.unit !== null && two.operator === null ? 1 : -1;
}

/** How much two texts read as one that was cut: positive for, negative against. */
function sign(role: 'name' | 'target' | 'actual', before: string, after: string): number {
  if (before === '' || after === '') return 0;
  if (role === 'name') return UNFINISHED.test(before) || BEGINS_REST.test(after) ? 1 : 0;
  const [first, second] = [valueTextOf(before), valueTextOf(after)];
  if (isAchievement(first + second)) return 2;
  if (isAchievement(second) || BEGINS_VALUE.test(second)) return -2;
  return UNFINISHED.test(first) || BEGINS_REST.test(second) ? 1 : reads(first, second);
}

const textIn = (cells: PlacedCells, role: IndicatorColumn) => (cells.get(role) ?? []).map(({ text }) => text).join('');

/** How much the texts of two rows read as those of one that was cut: positive for, negative against. */
const signs = (above: PlacedCells, below: PlacedCells): number =>
  (['name', 'target', 'actual'] as const).reduce(
    (sum, role) => sum + sign(role, textIn(above, role), textIn(below, role)),
    0,
  );

/** True where a row whose name, target and result are all there is all the same the rest of the one above, cut at a page's end. */
export const looksCut = (above: PlacedCells, below: PlacedCells): boolean => signs(above, below) > 0;

/** True where two texts are each a value alone, so that together they may be two values of two rows. */
export const areTwoValues = (before: string, after: string): boolean =>
  !ENDS_IN_NUMBER.test(before) && [before, after].every((text) => /\d/.test(text) && valueOf(text).kind !== 'text');
/** A number that goes on: `20.` */
const ENDS_IN_NUMBER = /\d[.,．，]\s*$/;

/** An indicator's points, and a row's, are at most these. */
const MOST_POINTS = 100;

const numberIn = (text: string): number | null => {
  const read = numberOf(text);
  return read.kind === 'number' ? read.value : null;
};

/** True where points are no row's own: a score above its weight, one of the two alone, no weight at all, a point without digits beside it. */
function isPieceOfPoints(cells: PlacedCells, other: PlacedCells): boolean {
  const [weight, score] = [textIn(cells, 'weight').trim(), textIn(cells, 'score').trim()];
  const [weightNumber, scoreNumber] = [numberIn(weight), numberIn(score)];
  const isLone = (weight === '') !== (score === '') && other.has('weight') && other.has('score');
  const isHalf = [weight, score].some((text) => /^\.|\.$|^0\d/.test(text));
  return isLone || isHalf || weightNumber === 0 || (weightNumber !== null && (scoreNumber ?? 0) > weightNumber);
}

/**
 * True where the points of two rows are those of one that was cut inside its numbers: together they are possible points, and one row's
 * alone are none, or something else (`isCut`) says so.
 */
export function arePointsCut(above: PlacedCells, below: PlacedCells, isCut: boolean): boolean {
  const [weight, score] = (['weight', 'score'] as const).map((role) => {
    const text = textIn(above, role).trim() + textIn(below, role).trim();
    return text === '' ? 0 : numberIn(text);
  });
  if (weight === null || score === null || weight === undefined || score === undefined) return false;
  if (weight > MOST_POINTS || score > weight) return false;
  return isCut || ((isPieceOfPoints(above, below) || isPieceOfPoints(below, above)) && signs(above, below) >= 0);
}
