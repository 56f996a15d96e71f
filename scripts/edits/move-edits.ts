import { anyCell, orAsBefore, textAt, withCells, type Edit, type EditedForm, type Place } from './edited-form.js';
import type { Random } from '../damage/random.js';

/** Edits that move cells within a row, or from one place to another. A cell that moved may be read where it stands or where it belongs. */

/** Heads that change places are an edit of columns. */
const isHead = ({ heads }: EditedForm, { row, column }: Place) =>
  heads.some((head) => head.row === row && head.column === column);

function swapped(form: EditedForm, one: Place | null, other: Place | null): EditedForm | null {
  if (!one || !other || textAt(form, one) === textAt(form, other) || (isHead(form, one) && isHead(form, other)))
    return null;
  const texts = [
    { ...one, text: textAt(form, other) },
    { ...other, text: textAt(form, one) },
  ];
  return withCells(form, texts, `${textAt(form, one)} ⇄ ${textAt(form, other)}`);
}

const swapCells =
  (partner: (form: EditedForm, place: Place, random: Random) => Place | null): Edit =>
  (form, random) => {
    const place = anyCell(form, random);
    return place && swapped(form, place, partner(form, place, random));
  };

const inRow = (form: EditedForm, { row, column }: Place, random: Random): Place | null => {
  const others = (form.rows[row] ?? []).flatMap((text, at) => (at !== column && text.trim() !== '' ? [at] : []));
  return others.length === 0 ? null : { row, column: random.pick(others) };
};
const inColumn = (form: EditedForm, { row, column }: Place, random: Random): Place | null => {
  const others = form.rows.flatMap((cells, at) => (at !== row && (cells[column] ?? '').trim() !== '' ? [at] : []));
  return others.length === 0 ? null : { row: random.pick(others), column };
};

/** One row's cells rewritten; the row's fields may be read at their columns or as they were. */
function rowRewritten(form: EditedForm, row: number, cells: readonly string[], done: string): EditedForm {
  const rows = form.rows.map((before, index) => (index === row ? cells : before));
  return { ...form, rows, texts: orAsBefore(form, (cell) => cell.row === row), done };
}

const joinedText = (form: EditedForm, { row, column }: Place) =>
  `${textAt(form, { row, column })} ${textAt(form, { row, column: column + 1 })}`.trim();

export const MOVE_EDITS: Readonly<Record<string, Edit>> = {
  'swap two cells of a row': swapCells(inRow),
  'swap two cells of a column': swapCells(inColumn),
  'swap any two cells': swapCells((form, _, random) => anyCell(form, random)),
  'merge two cells, the second blank': (form, random) => {
    const place = anyCell(form, random);
    const right = place && { row: place.row, column: place.column + 1 };
    if (!place || !right || textAt(form, right).trim() === '') return null;
    const cells = (form.rows[place.row] ?? []).with(place.column, joinedText(form, place)).with(right.column, '');
    const edited = rowRewritten(form, place.row, cells, joinedText(form, place));
    return { ...edited, cells: edited.cells.filter((cell) => cell.row !== right.row || cell.column !== right.column) };
  },
  'merge two cells, the rest moves left': (form, random) => {
    const place = anyCell(form, random);
    if (!place || textAt(form, { ...place, column: place.column + 1 }).trim() === '') return null;
    const cells = (form.rows[place.row] ?? []).toSpliced(place.column, 2, joinedText(form, place));
    return rowRewritten(form, place.row, cells, joinedText(form, place));
  },
  'drop a cell, the rest moves left': (form, random) => {
    const place = anyCell(form, random);
    if (!place) return null;
    const edited = rowRewritten(
      form,
      place.row,
      (form.rows[place.row] ?? []).toSpliced(place.column, 1),
      `without ${textAt(form, place)}`,
    );
    const gone = form.cells.find((cell) => cell.row === place.row && cell.column === place.column);
    if (!gone) return edited;
    // Of two equal cells nobody can say which one is gone.
    const hasTwin = edited.rows[place.row]?.includes(textAt(form, place)) === true;
    return {
      ...edited,
      texts: new Map([...edited.texts, [gone.path, hasTwin ? ['', textAt(form, place)] : ['']]]),
    };
  },
  'put a blank cell in, the rest moves right': (form, random) => {
    const place = anyCell(form, random);
    if (!place) return null;
    const cells = (form.rows[place.row] ?? []).toSpliced(place.column, 0, '');
    return rowRewritten(form, place.row, cells, `blank before ${textAt(form, place)}`);
  },
  'move a text into a blank cell beside it': (form, random) => {
    const place = anyCell(form, random);
    if (!place) return null;
    const beside = { row: place.row, column: place.column + random.pick([-1, 1]) };
    const cells = form.rows[place.row] ?? [];
    if (beside.column < 0 || beside.column >= cells.length || textAt(form, beside).trim() !== '') return null;
    const moved = cells.with(beside.column, textAt(form, place)).with(place.column, '');
    return rowRewritten(form, place.row, moved, `${textAt(form, place)} moved`);
  },
};
