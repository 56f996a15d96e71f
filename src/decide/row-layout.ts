import { valueOf } from '../normalize/text/value.js';
import type { Decision, LeafValue } from '../schema/decision.js';
import type { Funds, Indicator, Other, SelfEvaluation } from '../schema/record.js';
import { leafKind, readingAt, type LeafKind } from './leaf.js';
import { inTime, type LiveDecisions } from './live-decisions.js';
import { isAddedKey, keyOfAdded, ROW_BLOCKS, type RowBlock, rowIn, rowPath } from './row-path.js';

/** A row of a block, with what a person did to it. */
export interface PlacedRow {
  readonly key: string;
  /** As it was read; of an added one, blank but for its headings. */
  readonly row: Funds | Indicator | Other;
  /** The decision that added it; null for one that was read. */
  readonly added: Decision | null;
  /** The decision that took it away; null while it stands. */
  readonly removed: Decision | null;
}

/** The rows of a form in their order, those that were taken away too. */
export interface RowLayout {
  readonly read: SelfEvaluation;
  readonly rows: Readonly<Record<RowBlock, readonly PlacedRow[]>>;
  /** Decisions to add a row that were made when the block read otherwise. */
  readonly staleAdditions: readonly Decision[];
}

/** Where the rows stand after all that was added and taken away. Rows of different people at one place stand in the order of time, the last one first. */
export function rowLayout(read: SelfEvaluation, live: LiveDecisions): RowLayout {
  const stale: Decision[] = [];
  const rowsOf = (block: RowBlock) => {
    const placed: PlacedRow[] = read[block].map((row, index) => ({
      key: String(index),
      row,
      added: null,
      removed: null,
    }));
    for (const { decision, isUndone } of live.additions) {
      const after = rowIn(decision.path);
      if ((after?.block ?? decision.path) !== block) continue;
      const at = after === null ? 0 : placed.findIndex(({ key }) => key === after.key) + 1;
      const isStale = decision.before !== readingAt(read, block) || (after !== null && at === 0);
      if (isStale && !isUndone) stale.push(decision);
      if (isStale) continue;
      const row = blankRow(block, placed[at - 1]?.row);
      // One that was taken back keeps the place of those that were added behind it.
      const removed = isUndone ? decision : null;
      placed.splice(at, 0, { key: keyOfAdded(decision.id), row, added: decision, removed });
    }
    return placed
      .filter(({ added, removed }) => added === null || removed === null)
      .map((one) => ({ ...one, removed: removalOf(block, one) }));
  };
  const removalOf = (block: RowBlock, { key, row }: PlacedRow) => {
    const decision = live.values.get(rowPath(block, key))?.decision;
    const holds = decision?.action === 'remove' && decision.before === readingOfRow(read, block, row);
    return holds && laterInRow(live, decision) === null ? decision : null;
  };
  const rows = Object.fromEntries(ROW_BLOCKS.map((block) => [block, rowsOf(block)])) as Record<RowBlock, PlacedRow[]>;
  return { read, rows, staleAdditions: stale };
}

/** The last decision on a value of a row after somebody took it away, who did not know of that: the row stands. */
export function laterInRow({ values }: LiveDecisions, removal: Decision): Decision | null {
  const later = [...values].flatMap(([path, { decision }]) =>
    path.startsWith(`${removal.path}.`) && decision.at > removal.at ? [decision] : [],
  );
  return inTime(later).at(-1) ?? null;
}

/** A row that nothing was read of; an indicator's headings are those of the row above, as in a merged cell. */
function blankRow(block: RowBlock, above: PlacedRow['row'] | undefined): PlacedRow['row'] {
  switch (block) {
    case 'funds':
      return {
        kind: 'unclassified',
        label: '',
        initialBudget: null,
        annualBudget: null,
        executed: null,
        weight: null,
        executionRate: null,
        score: null,
      };
    case 'indicators': {
      const { level1 = '', level2 = '' } = (above ?? {}) as Partial<Indicator>;
      const [target, actual] = [valueOf(''), valueOf('')];
      return { ordinal: 1, level1, level2, name: '', target, actual, weight: null, score: null, deviation: '' };
    }
    case 'other':
      return { label: '', text: '' };
  }
}

const onlyRow = (read: SelfEvaluation, block: RowBlock, row: PlacedRow['row']) => ({ ...read, [block]: [row] });

const readingOfRow = (read: SelfEvaluation, block: RowBlock, row: PlacedRow['row'], field = '') =>
  readingAt(onlyRow(read, block, row), rowPath(block, 0) + field);

/** The row that a path names or stands in, as it was laid; undefined where there is none of that name. */
export function placedRow({ rows }: RowLayout, path: string): PlacedRow | undefined {
  const name = rowIn(path);
  return name === null ? undefined : rows[name.block].find(({ key }) => key === name.key);
}

/** What stood at a path before any value was decided; undefined where it stands in a row that is not there. */
export function readingOf(layout: RowLayout, path: string): LeafValue | undefined {
  const name = rowIn(path);
  if (name === null || !isAddedKey(name.key)) return readingAt(layout.read, path);
  const placed = placedRow(layout, path);
  return placed && readingOfRow(layout.read, name.block, placed.row, name.field);
}

/** What kind of value a path names; null where it is none that a person may decide on. */
export function kindOf(layout: RowLayout, path: string): LeafKind | null {
  const name = rowIn(path);
  if (name === null) return leafKind(layout.read, path);
  const placed = placedRow(layout, path);
  if (placed === undefined || placed.removed !== null) return null;
  return leafKind(onlyRow(layout.read, name.block, placed.row), rowPath(name.block, 0) + name.field);
}

/** The path in the record of what decisions call so; null where its row was taken away or is not there. */
export function placeIn({ rows }: RowLayout, path: string): string | null {
  const name = rowIn(path);
  if (name === null) return path;
  const place = rows[name.block].filter(({ removed }) => removed === null).findIndex(({ key }) => key === name.key);
  return place < 0 ? null : rowPath(name.block, place) + name.field;
}

/** What decisions call a path of the record. */
export function nameOf({ rows }: RowLayout, path: string): string {
  const name = rowIn(path);
  if (name === null) return path;
  const placed = rows[name.block].filter(({ removed }) => removed === null)[Number(name.key)];
  return placed === undefined ? path : rowPath(name.block, placed.key) + name.field;
}

/** Whether a person added a row or took one away. */
export const isLaidAnew = ({ rows }: RowLayout): boolean =>
  ROW_BLOCKS.some((block) => rows[block].some(({ added, removed }) => added !== null || removed !== null));
