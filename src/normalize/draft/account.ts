import type { Cell } from '../../schema/sheet.js';
import { numberOf } from '../text/number.js';
import { originsOf, type Row, type RowCell } from '../rows/rows.js';

/** What became of a text that a form prints. A field's is its path, as `indicators[3].score`. */
export type Owner = { readonly field: string } | 'label' | 'header' | 'other' | 'repeated' | 'told';

/** A text, or the part of one, that ended in no field, under no label, and in no finding of its own. */
export interface Unplaced {
  readonly text: string;
  readonly cell: RowCell;
  /** The field whose cell stands nearest before it, in its row if one does; null where none does. */
  readonly near: string | null;
}

/** A text that an owner took, whole or in part. */
export interface Entry {
  readonly text: string;
  readonly owner: Owner;
}

const compact = (text: string) => text.replace(/\s+/g, '');
/** Between a label and its value in one cell, and between parts of one. */
const SEPARATORS = /^[\s:：]*$/;

/** `text` without the characters of `part`: where they stand together if they do, else each where it first stands. */
function without(text: string, part: string): string {
  if (text === part) return '';
  const at = text.indexOf(part);
  if (at >= 0) return text.slice(0, at) + text.slice(at + part.length);
  return Array.from(part).reduce((left, sign) => left.replace(sign, ''), text);
}

/**
 * The account of a form: every text of its cells and lines has an owner, or is named in a finding. Whoever makes something of a
 * cell says so with `own`; what nobody owned at the end is `unplaced`. Counts characters without white space, so that a cell of
 * which a part was used is still accounted for whole.
 */
export class Account {
  /** What is left of each cell's text, and the row that it stands in. */
  readonly #left = new Map<Cell, { rest: string; readonly cell: RowCell; readonly row: number }>();
  readonly #near: { readonly row: number; readonly field: string }[] = [];
  readonly #rowOf = new Map<Cell, number>();
  readonly #entries: Entry[] = [];
  #characters = 0;

  constructor(rows: readonly Row[] = []) {
    rows.forEach(({ cells }, row) => {
      for (const cell of cells) this.#open(cell, row);
    });
  }

  #open(cell: RowCell, row: number): void {
    for (const origin of cell.repeats ?? []) this.#rowOf.set(origin, row);
    const [origin = cell.cell] = originsOf(cell);
    const open = this.#left.get(origin);
    this.#characters += compact(cell.text).length;
    if (open) open.rest += compact(cell.text);
    else this.#left.set(origin, { rest: compact(cell.text), cell, row });
    this.#rowOf.set(origin, row);
  }

  /** Says what became of the cells' texts. Owning a text twice does no harm. */
  own(cells: readonly RowCell[], owner: Owner): void {
    for (const cell of cells) {
      let text = compact(cell.text);
      for (const origin of originsOf(cell)) {
        const open = this.#left.get(origin);
        if (!open) continue;
        const before = open.rest;
        open.rest = text.includes(before) ? '' : without(before, text);
        if (open.rest.length < before.length) this.#entries.push({ text: without(before, open.rest), owner });
        if (open.rest === '') this.#left.delete(origin);
        text = without(text, before);
      }
      if (typeof owner !== 'object') continue;
      const row = this.#rowOf.get(originsOf(cell)[0] ?? cell.cell);
      if (row !== undefined) this.#near.push({ row, field: owner.field });
    }
  }

  /** Every text that was owned, in the order in which it was. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Characters without white space: those of the form, and those that nobody owned. */
  get characters(): { readonly printed: number; readonly left: number } {
    const left = [...this.#left.values()].reduce((sum, { rest }) => sum + rest.length, 0);
    return { printed: this.#characters, left };
  }

  /** What nobody owned, in reading order. Signs for none and separators say nothing. */
  unplaced(): Unplaced[] {
    return [...this.#left.values()].flatMap(({ rest, cell, row }) => {
      if (SEPARATORS.test(rest) || (rest === compact(cell.text) && numberOf(cell.text).kind === 'none')) return [];
      const text = rest === compact(cell.text) ? cell.text : rest;
      return { text, cell, near: this.#fieldNear(row) };
    });
  }

  #fieldNear(row: number): string | null {
    let best: { readonly row: number; readonly field: string } | null = null;
    for (const one of this.#near) if (one.row <= row && (best === null || one.row > best.row)) best = one;
    return best?.field ?? null;
  }
}
