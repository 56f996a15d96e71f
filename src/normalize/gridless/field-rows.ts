import type { Row } from '../rows/rows.js';
import type { Borders } from './borders.js';
import { fieldPartsOf, type Field, type FieldPart } from './field-labels.js';
import { splitGoalTexts } from './goal-split.js';
import type { Span } from './running-text.js';
import { lineRow, rowIn, sideBySide } from './synthetic-rows.js';
import { valueCuts } from './value-cuts.js';

/** Rows outside the tables, and what their texts left open. */
export interface FieldRows {
  readonly rows: Row[];
  readonly goalsAreUnsure: boolean;
}

/** Labels side by side, then the texts behind them. */
interface Group {
  readonly labels: Field[];
  readonly texts: Span[];
}

function groupsOf(parts: readonly FieldPart[]): { lead: Span[]; groups: Group[] } {
  const lead: Span[] = [];
  const groups: Group[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (part.kind === 'text') (last ? last.texts : lead).push(part.span);
    else if (last?.texts.length === 0) last.labels.push(part.label);
    else groups.push({ labels: [part.label], texts: [] });
  }
  return { lead, groups };
}

const GOALS: ReadonlySet<string> = new Set(['expectedGoal', 'actualResult']);
/** A total has a weight, a score and a grade. */
const VALUES_OF_TOTAL = 3;
const WHOLE = 100;

/** What stands behind 总分: its weight, score and grade. Of several cuts, the one whose weight is 100. */
export function totalCells(borders: Borders, texts: readonly Span[]): Span[] {
  const [first] = texts;
  if (!first || borders.separation === 'cells' || borders.separation === 'lines') return [...texts];
  const numberIn = (span: Span | undefined) => (span ? Number(borders.running.text.slice(span.from, span.to)) : NaN);
  const ways = valueCuts(borders, first, VALUES_OF_TOTAL).filter(
    ([weight, score]) => !(numberIn(score) > numberIn(weight)),
  );
  return [...(ways.find(([weight]) => numberIn(weight) === WHOLE) ?? ways.at(-1) ?? [first]), ...texts.slice(1)];
}

function rowsOfGroup(borders: Borders, { labels, texts }: Group): FieldRows {
  const { running } = borders;
  const [last, before] = [labels.at(-1), labels.at(-2)];
  if (!last) return { rows: [], goalsAreUnsure: false };
  if (before?.role === 'expectedGoal' && last.role === 'actualResult' && texts.length > 0) {
    const { expected, actual, isUnsure } = splitGoalTexts(borders, texts);
    const at = labels.length - 2;
    const length = Math.max(expected.length, actual.length);
    const rows = Array.from({ length }, (_, index) =>
      rowIn(running, [
        ...expected.slice(index, index + 1).map((span) => ({ ...span, column: at })),
        ...actual.slice(index, index + 1).map((span) => ({ ...span, column: at + 1 })),
      ]),
    );
    return { rows: [sideBySide(running, labels), ...rows], goalsAreUnsure: isUnsure };
  }
  const closing = labels.filter(({ role }) => role === 'close');
  if (closing.length >= 2 && texts.length > 1)
    return { rows: [sideBySide(running, labels), sideBySide(running, texts)], goalsAreUnsure: false };
  // Labels of the same row that have nothing behind them: a heading of the block, or a field left blank.
  const isHeaded = GOALS.has(last.role) && labels.length > 1;
  const alone = isHeaded ? [] : labels.slice(0, -1).map((label) => sideBySide(running, [label]));
  const head = isHeaded ? labels : [last];
  const values = last.role === 'total' ? totalCells(borders, texts) : texts;
  const own = last.role === 'identity' ? values.slice(0, 1) : values;
  const rest = values.slice(own.length).map((span) => lineRow(running, span));
  return { rows: [...alone, sideBySide(running, [...head, ...own]), ...rest], goalsAreUnsure: false };
}

/** The rows of what stands outside the tables: each label with its text, the two goals below their labels. */
export function fieldRowsOf(borders: Borders, span: Span): FieldRows {
  const { lead, groups } = groupsOf(fieldPartsOf(borders, span));
  const found = groups.map((group) => rowsOfGroup(borders, group));
  return {
    rows: [...lead.map((text) => lineRow(borders.running, text)), ...found.flatMap(({ rows }) => rows)],
    goalsAreUnsure: found.some(({ goalsAreUnsure }) => goalsAreUnsure),
  };
}
