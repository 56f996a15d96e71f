import { anyCell, orAsBefore, textAt, withCells, type Edit, type EditedForm, type Place } from './edited-form.js';
import type { Random } from '../damage/random.js';

/** Edits of the text of one cell. */

type Change = (text: string, random: Random) => string;

const HAS_DIGIT = /\d/;
const HAS_DECIMAL = /\.\d/;
const characters = (text: string) => Array.from(text);

function changed(form: EditedForm, place: Place | null, text: string | null): EditedForm | null {
  if (!place || text === null || text === textAt(form, place)) return null;
  return withCells(form, [{ ...place, text }], `${textAt(form, place)} → ${text}`);
}

const edit =
  (change: Change, isMeant?: (text: string) => boolean): Edit =>
  (form, random) => {
    const place = anyCell(form, random, isMeant);
    return changed(form, place, place && change(textAt(form, place), random));
  };

const at = (text: string, random: Random) => random.int(characters(text).length);
const spliced = (text: string, from: number, removed: number, ...by: string[]) =>
  characters(text)
    .toSpliced(from, removed, ...by)
    .join('');

/** A random place of a digit in the text. */
function digitAt(text: string, random: Random): number {
  const digits = characters(text).flatMap((sign, index) => (HAS_DIGIT.test(sign) ? [index] : []));
  return random.pick(digits);
}

const hasDigit = (text: string) => HAS_DIGIT.test(text);
const hasDecimal = (text: string) => HAS_DECIMAL.test(text);

export const TEXT_EDITS: Readonly<Record<string, Edit>> = {
  'cut a text’s end': edit((text, random) => spliced(text, at(text, random), Infinity)),
  'cut a text’s beginning': edit((text, random) => spliced(text, 0, at(text, random))),
  'blank a cell': edit(() => ''),
  'drop a character': edit((text, random) => spliced(text, at(text, random), 1)),
  'double a character': edit((text, random) => {
    const index = at(text, random);
    return spliced(text, index, 0, characters(text)[index] ?? '');
  }),
  'drop a digit': edit((text, random) => spliced(text, digitAt(text, random), 1), hasDigit),
  'change a digit': edit((text, random) => spliced(text, digitAt(text, random), 1, String(random.int(10))), hasDigit),
  'add a digit': edit((text, random) => spliced(text, digitAt(text, random), 0, String(1 + random.int(9))), hasDigit),
  // The number is still there: it may be read as it was.
  'part a number by a blank': (form, random) => {
    const place = anyCell(form, random, hasDigit);
    if (!place) return null;
    const text = textAt(form, place);
    const edited = changed(form, place, spliced(text, digitAt(text, random) + 1, 0, ' '));
    const isHere = (cell: Place) => cell.row === place.row && cell.column === place.column;
    return edited && { ...edited, texts: orAsBefore(form, isHere) };
  },
  'cut a decimal': edit((text) => text.replace(/(\.\d*)\d/, '$1'), hasDecimal),
  'cut all decimals': edit((text) => text.replace(/\.\d+/, ''), hasDecimal),
  'drop a point': edit((text) => text.replace('.', ''), hasDecimal),
  'move a point': edit((text) => text.replace(/(\d)\.(\d)/, '.$1$2'), hasDecimal),
  'copy a neighbour': (form, random) => {
    const place = anyCell(form, random);
    const by = random.pick([-1, 1]);
    return changed(form, place, place && textAt(form, { ...place, column: place.column + by }));
  },
};
