import { GAP, type Gap, type RunningText, type Span } from './running-text.js';

/**
 * What parts the cells of a text whose grid is gone: bars or tabs, line ends, blanks, or nothing at all.
 * `cells`: a line end within a cell only wraps it. `lines`: one cell on each line. `glued`: a border may stand between any two characters.
 */
export type Separation = 'cells' | 'lines' | 'blanks' | 'glued';

/** The weakest gap that may be a border of cells. */
const WEAKEST: Readonly<Record<Separation, Gap>> = {
  cells: GAP.line,
  lines: GAP.line,
  blanks: GAP.blank,
  glued: GAP.none,
};
/** The weakest gap that no cell holds. */
const UNCROSSED: Readonly<Record<Separation, number>> = {
  cells: GAP.cell,
  lines: GAP.cell + 1,
  blanks: GAP.cell,
  glued: GAP.line,
};

/** A running text with what parts its cells. */
export interface Borders {
  readonly running: RunningText;
  readonly separation: Separation;
}

/** True where a cell may begin or end. */
export function mayPart({ running, separation }: Borders, at: number): boolean {
  if (at <= 0 || at >= running.text.length) return true;
  return (running.gaps[at] ?? GAP.none) >= WEAKEST[separation];
}

/** True where the span holds a border that no cell holds. */
export function crossesBorder({ running, separation }: Borders, { from, to }: Span): boolean {
  for (let i = from + 1; i < to; i++) if ((running.gaps[i] ?? GAP.none) >= UNCROSSED[separation]) return true;
  return false;
}

/** How many gaps a span holds that may be borders of cells. */
export function gapsWithin({ running, separation }: Borders, { from, to }: Span): number {
  const weakest = Math.max(WEAKEST[separation], GAP.blank);
  let count = 0;
  for (let i = from + 1; i < to; i++) if ((running.gaps[i] ?? GAP.none) >= weakest) count += 1;
  return count;
}

/** The pieces between places where cells may part, from `from` to `to`. */
export function piecesOf(borders: Borders, { from, to }: Span): Span[] {
  const pieces: Span[] = [];
  let start = from;
  for (let i = from + 1; i <= to; i++) {
    if (i < to && !mayPart(borders, i)) continue;
    pieces.push({ from: start, to: i });
    start = i;
  }
  return pieces.filter((piece) => piece.to > piece.from);
}
