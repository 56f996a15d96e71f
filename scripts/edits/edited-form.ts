import type { Random } from '../damage/random.js';
import type { Truth } from '../scoring.js';
import type { HeadCell, PlacedCell, TrueForm } from '../spellings/true-form.js';

/**
 * A true form after one edit. The edit changes what the form prints, so the truth is what is printed now: `cells` says where each number,
 * target and result stands after the edit, `texts` what else may rightly be read there.
 */
export interface EditedForm {
  readonly rows: readonly (readonly string[])[];
  readonly cells: readonly PlacedCell[];
  readonly truth: Truth;
  readonly heads: readonly HeadCell[];
  /** Texts that are right for a field beside the one that stands at its place, as where a row's cells moved. By path. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** What was done, for the list of examples. */
  readonly done: string;
}

/** Does one thing to a form at a place taken by chance; null where there is no such place. */
export type Edit = (form: EditedForm, random: Random) => EditedForm | null;

/** Blank cells at the end of a row may be left out; a field's cell is there. */
function blanksBehind({ blanks }: TrueForm, row: readonly string[], index: number): string[] {
  const columns = Math.max(row.length, ...blanks.map((cell) => (cell.row === index ? cell.column + 1 : 0)));
  return new Array<string>(columns - row.length).fill('');
}

/** A form before its edit. */
export const unedited = (form: TrueForm): EditedForm => ({
  rows: form.rows.map((row, index) => [...row, ...blanksBehind(form, row, index)]),
  cells: [...form.cells, ...form.blanks],
  truth: form.truth,
  heads: form.heads,
  texts: new Map(),
  done: '',
});

/** Whether each number, target and result of a form stands at a known place, so that what an edit does to it is known too. */
export function isWhollyPlaced({ truth, cells, blanks, heads }: TrueForm): boolean {
  const known = new Set([...cells, ...blanks].map(({ path }) => path));
  const fields = (block: HeadCell['block']) =>
    heads.flatMap(({ block: of, field }) => (of === block && !NO_FIELD.includes(field) ? [field] : []));
  return (['funds', 'indicators'] as const).every((block) =>
    truth[block].every((_, index) => fields(block).every((field) => known.has(`${block}[${index}].${field}`))),
  );
}

/** Heads of which no number, target or result is the field alone. */
export const NO_FIELD: readonly string[] = ['level1', 'level2', 'name', 'property', 'unit', 'deviation'];

/** A place in the rows. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Rows of the tables, by their index. */
export const tableRows = ({ rows }: EditedForm): number[] =>
  rows.flatMap((row, index) => (row.length > 1 && row.some((text) => text.trim() !== '') ? [index] : []));

export const textAt = ({ rows }: Pick<EditedForm, 'rows'>, { row, column }: Place) => rows[row]?.[column] ?? '';

/** A cell that isn't blank: every second time one of a number, a target or a result. */
export function anyCell(
  form: EditedForm,
  random: Random,
  isMeant: (text: string) => boolean = () => true,
): Place | null {
  const filled = tableRows(form).flatMap((row) =>
    (form.rows[row] ?? []).flatMap((text, column) =>
      text.trim() !== '' && isMeant(text) ? [{ row, column } satisfies Place] : [],
    ),
  );
  const known = form.cells.filter((cell) => isMeant(textAt(form, cell)));
  const from = random.chance(0.5) && known.length > 0 ? known : filled;
  return from.length === 0 ? null : random.pick(from);
}

/** The form with other texts in some places; the places of its fields stay. */
export function withCells(
  form: EditedForm,
  texts: readonly (Place & { readonly text: string })[],
  done: string,
): EditedForm {
  const rows = form.rows.map((row) => [...row]);
  for (const { row, column, text } of texts) {
    const cells = rows[row];
    while (cells && cells.length < column) cells.push('');
    if (cells) cells[column] = text;
  }
  return { ...form, rows, done };
}

/** The text of a field: a target in three columns is one text. */
export function fieldText(form: Pick<EditedForm, 'rows' | 'heads'>, cell: PlacedCell): string {
  if (cell.kind !== 'target') return textAt(form, cell);
  const columnOf = (field: string) => form.heads.find((head) => head.field === field)?.column;
  const target = columnOf('target');
  return ['property', 'target', 'unit']
    .map((field) => {
      const column = columnOf(field);
      if (column === undefined || target === undefined) return '';
      return textAt(form, { row: cell.row, column: column + cell.column - target });
    })
    .join('');
}

/** The fields of a row may also hold what their cells held before the edit. */
export function orAsBefore(form: EditedForm, isMeant: (cell: PlacedCell) => boolean): Map<string, readonly string[]> {
  return new Map(form.cells.filter(isMeant).map((cell) => [cell.path, [fieldText(form, cell)]]));
}
