import { leafAt, leafPaths } from '../../decide/leaf.js';
import { placedRow, type PlacedRow, type RowLayout } from '../../decide/row-layout.js';
import { ROW_BLOCKS, type RowBlock, rowIn, rowPath } from '../../decide/row-path.js';
import type { SelfEvaluation } from '../../schema/record.js';
import type { Field } from '../api.js';
import { placesOf } from './places.js';

const withAllRows = ({ read, rows }: RowLayout): SelfEvaluation => ({
  ...read,
  ...Object.fromEntries(ROW_BLOCKS.map((block) => [block, rows[block].map(({ row }) => row)])),
});

const named = ({ rows }: RowLayout, path: string) => {
  const name = rowIn(path);
  const placed = name === null ? undefined : rows[name.block][Number(name.key)];
  return name === null || placed === undefined ? path : rowPath(name.block, placed.key) + name.field;
};

/** The paths of every leaf in the order of the form, those of added rows and of rows that were taken away too. */
export const allLeaves = (layout: RowLayout): string[] =>
  leafPaths(withAllRows(layout)).map((path) => named(layout, path));

/** What the page shows of rows that were taken away: what was read, and who took it away. */
export function removedFields(layout: RowLayout): Field[] {
  const all = withAllRows(layout);
  const rows = ROW_BLOCKS.flatMap((block) =>
    layout.rows[block].flatMap((placed) => (placed.removed === null ? [] : [rowField(block, placed)])),
  );
  const values = leafPaths(all).flatMap((path) => {
    const name = named(layout, path);
    if ((placedRow(layout, name)?.removed ?? null) === null) return [];
    const evidence = layout.read.evidence[name];
    const text = String(leafAt(all, path) ?? '');
    return [{ ...nothingAt(name), text, printed: evidence?.text ?? null, places: placesOf(evidence) }];
  });
  return [...rows, ...values];
}

const nothingAt = (path: string): Field => ({
  path,
  kind: null,
  text: '',
  asRead: null,
  printed: null,
  state: 'removed',
  places: [],
  readings: [],
  proof: [],
  findings: [],
  identities: [],
  decision: null,
  notes: [],
});

const rowField = (block: RowBlock, { key, row, removed }: PlacedRow): Field => ({
  ...nothingAt(rowPath(block, key)),
  text: 'name' in row ? row.name : row.label,
  decision: removed && { by: removed.by, at: removed.at, action: removed.action },
});
