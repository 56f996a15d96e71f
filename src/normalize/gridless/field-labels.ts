import { closeRole, identityRole } from '../rows/rows.js';
import { goalRole, sectionRole } from '../rows/section-heads.js';
import { REMARKS } from '../vocabulary/words.js';
import { mayPart, piecesOf, type Borders } from './borders.js';
import { labelsFrom, type PlacedLabel } from './labels.js';
import { GAP, type Span } from './running-text.js';

/** What a label outside the tables names. */
export type FieldRole = 'identity' | 'expectedGoal' | 'actualResult' | 'section' | 'remark' | 'total' | 'close';

export type Field = PlacedLabel<FieldRole>;

/** A label and a text, in the order in which they stand. */
export type FieldPart =
  { readonly kind: 'label'; readonly label: Field } | { readonly kind: 'text'; readonly span: Span };

/** What stands behind 总分 or 评分等级. */
const CLOSED = /[\d优良中差合]/;
/** How the label of the second goal begins. */
const BEGINS_RESULT = /^(?:实际|全年|年度)/;
/** Shorter words stand in prose too. */
const SHORTEST_WITHIN = 4;

export function fieldRole(key: string): FieldRole | null {
  if (identityRole(key) !== null) return 'identity';
  const close = closeRole(key);
  if (close === 'total') return 'total';
  if (close !== null) return 'close';
  const goal = goalRole(key);
  if (goal !== null) return goal;
  if (sectionRole(key) !== null) return 'section';
  return REMARKS.test(key) ? 'remark' : null;
}

/** True for a label that prose does not hold: where cells are parted, every one; else at a line's beginning, behind another, or a field's. */
function isStrong(borders: Borders, label: Field, followsLabel: boolean): boolean {
  if (borders.separation === 'cells' || borders.separation === 'lines') return true;
  const startsLine = borders.running.lineStarts[label.from] === true;
  if (startsLine || followsLabel) return true;
  const isClose = label.role === 'total' || label.role === 'close';
  if (isClose && CLOSED.test(borders.running.text.slice(label.to, label.to + 1))) return true;
  if (label.to - label.from < SHORTEST_WITHIN) return false;
  return borders.separation === 'blanks' || label.role === 'identity';
}

/** The label that begins at a place, the longest of them; null where none does. */
export function fieldAt(borders: Borders, at: number, end: number, followsLabel: boolean): Field | null {
  if (!mayPart(borders, at) && !followsLabel) return null;
  const labels = labelsFrom(borders, at, end, fieldRole);
  const strong = labels.filter((label) => isStrong(borders, label, followsLabel));
  return strong.find((label) => !isTwo(borders, label, labels, end)) ?? null;
}

/** True for two goals' labels side by side, which together read as one. */
function isTwo(borders: Borders, label: Field, shorter: readonly Field[], end: number): boolean {
  return shorter.some(({ to, role }) => {
    if (to >= label.to || role !== 'expectedGoal') return false;
    const isParted = borders.separation !== 'glued' || BEGINS_RESULT.test(borders.running.text.slice(to, to + 2));
    return (
      isParted &&
      labelsFrom(borders, to, end, fieldRole).some((rest) => rest.role === 'actualResult' && rest.to >= label.to)
    );
  });
}

/** Divides a part of a text into labels and the texts between them. */
export function fieldPartsOf(borders: Borders, { from, to }: Span): FieldPart[] {
  const parts: FieldPart[] = [];
  let textFrom = from;
  const flush = (end: number) => {
    if (end > textFrom) parts.push({ kind: 'text', span: { from: textFrom, to: end } });
  };
  let lastEnd = -1;
  for (let at = from; at < to;) {
    const label = fieldAt(borders, at, to, at === lastEnd);
    if (label === null) {
      at += 1;
      continue;
    }
    flush(at);
    parts.push({ kind: 'label', label });
    textFrom = lastEnd = at = label.to;
  }
  flush(to);
  return parts.flatMap((part) =>
    part.kind === 'text' && (borders.separation === 'cells' || borders.separation === 'lines')
      ? cellsOf(borders, part.span).map((span) => ({ kind: 'text' as const, span }))
      : [part],
  );
}

/** The cells of a text where cells are parted; a line end within one only wraps it. */
function cellsOf(borders: Borders, span: Span): Span[] {
  if (borders.separation === 'lines') return piecesOf(borders, span);
  const cells: Span[] = [];
  for (const piece of piecesOf(borders, span)) {
    const last = cells.at(-1);
    if (last && (borders.running.gaps[piece.from] ?? GAP.none) < GAP.cell)
      cells[cells.length - 1] = { from: last.from, to: piece.to };
    else cells.push(piece);
  }
  return cells;
}
