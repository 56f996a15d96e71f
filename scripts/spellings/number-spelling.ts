import { equals, type Expectation } from './expectation.js';
import { groupsOf } from './scopes.js';
import type { Spelling, Trial } from './trial.js';
import { withTexts, type CellKind, type PlacedCell, type TrueForm } from './true-form.js';

/** A way to write the number of a cell. */
export interface NumberSpelling {
  readonly name: string;
  readonly group: string;
  readonly kinds: readonly CellKind[];
  /** The number, its digits with a point and no separator as the form prints them, written another way; null where it can't be so written. */
  readonly write: (digits: string, form: TrueForm) => string | null;
  /** What is right then; the number itself where left out. */
  readonly expected?: (value: number, form: TrueForm) => Expectation;
  /** All amounts of the form are this many times larger, so that there are thousands to part. */
  readonly scale?: number;
}

export const ALL_NUMBERS: readonly CellKind[] = ['amount', 'rate', 'points'];
const PARTS = /^(\d[\d,]*(?:\.\d+)?)([%％]?)$/;

/** Digits times a power of ten, with as many decimals. */
function scaled(digits: string, scale: number): string {
  const decimals = digits.split('.')[1]?.length ?? 0;
  return (Number(digits) * scale).toFixed(decimals);
}

function digitsOf(cell: PlacedCell, scale: number): readonly [digits: string, suffix: string] | null {
  const [, number, suffix = ''] = PARTS.exec(cell.text.trim()) ?? [];
  if (number === undefined) return null;
  const digits = number.replaceAll(',', '');
  return [cell.kind === 'amount' ? scaled(digits, scale) : digits, suffix];
}

/** The trials of a number's spelling: each group of cells rewritten, the rest as it was or as many times larger. */
export function numberSpelling({ name, group, kinds, write, expected = equals, scale = 1 }: NumberSpelling): Spelling {
  return {
    name,
    group,
    trials: (form, random) =>
      groupsOf(form, ({ kind }) => kinds.includes(kind), random).flatMap((cells): Trial[] => {
        const beside = new Map<string, Expectation>();
        const texts = form.cells.flatMap((cell) => {
          const parts = scale === 1 ? null : digitsOf(cell, scale);
          if (cell.kind !== 'amount' || parts === null) return [];
          beside.set(cell.path, equals(Number(parts[0])));
          return [{ ...cell, text: parts[0] }];
        });
        const rewritten = new Map<string, Expectation>();
        let printed = '';
        for (const cell of cells) {
          const parts = digitsOf(cell, scale);
          const text = parts && write(parts[0], form);
          if (!parts || text === null) continue;
          printed ||= text;
          texts.push({ ...cell, text: `${text}${parts[1]}` });
          rewritten.set(cell.path, expected(Number(parts[0]), form));
        }
        return rewritten.size === 0 ? [] : [{ rows: withTexts(form.rows, texts), rewritten, beside, printed }];
      }),
  };
}
