import type { Cell, CellReading } from '../../schema/sheet.js';
import { isAnyLabel } from '../vocabulary/any-label.js';
import { AMONG } from '../vocabulary/funds-labels.js';
import { headingKey, isKnownHeading } from '../vocabulary/headings.js';
import { labelOf, withoutMarks } from '../vocabulary/label.js';
import { numberOf } from '../text/number.js';
import { comparable } from './readings.js';
import { isAchievement } from '../text/achievement.js';
import { GRADES } from '../vocabulary/words.js';

/** A label, a heading, a grade or a degree of achievement: a text that forms print in these words. */
function isFormWord(text: string): boolean {
  const heading = headingKey(text);
  return (
    isAnyLabel(labelOf(text).key.replace(AMONG, '')) ||
    isKnownHeading(1, heading) ||
    isKnownHeading(2, heading) ||
    GRADES.test(comparable(text)) ||
    isAchievement(text)
  );
}

/** A text of digits and stray marks, that a sign of comparison does not make a target. */
const GARBLED_NUMBER = /^[^\u3400-\u9fff≥≤=<>＝\d]*\d[^\u3400-\u9fff≥≤=<>＝]*$/;

/** How much a text says of itself that it was read right; none of it is a guess at what another text was. */
function sense(text: string): number {
  if (isFormWord(text)) return 2;
  return numberOf(text).kind === 'number' ? 1 : 0;
}

/** What a reading says, specks in a word of the form aside. */
const saying = (text: string) => (isFormWord(text) ? withoutMarks(comparable(text)) : comparable(text));

/**
 * The cell with the reading that makes sense where the chosen one does not: a word of the form for a text that is none, or for the same
 * word with specks in it, a number for a garbled one, or for a blank that not two readers found. Only what a reader gave is taken;
 * between two readings that say different things nothing is decided.
 */
export function withSensibleReading(cell: Cell): Cell {
  const [chosen, ...others] = cell.readings ?? [];
  if (chosen === undefined) return cell;
  const sensible = moreSensible(cell.text, chosen, others);
  const taken = sensible.find(({ text }) => comparable(text) === saying(text)) ?? sensible[0];
  if (taken === undefined || sensible.some(({ text }) => saying(text) !== saying(taken.text))) return cell;
  const readings = [taken, chosen, ...others.filter((other) => other !== taken)];
  return { ...cell, text: taken.text, confidence: taken.confidence, readings };
}

/** The other readings that make more sense than the chosen one. */
function moreSensible(text: string, chosen: CellReading, others: readonly CellReading[]): CellReading[] {
  if (isFormWord(text)) {
    const word = saying(text);
    if (comparable(text) === word) return [];
    return others.filter((other) => comparable(other.text) === word);
  }
  if (sense(text) > 0) return [];
  const isBlank = text.trim() === '';
  if (isBlank && others.some((other) => other.by !== chosen.by && other.text.trim() === '')) return [];
  const mayBeNumber = isBlank || GARBLED_NUMBER.test(text);
  return others.filter((other) => sense(other.text) > (mayBeNumber ? 0 : 1));
}
