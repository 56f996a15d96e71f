import type { IndicatorColumn } from '../vocabulary/words.js';
import type { HeaderRun } from './header-runs.js';
import type { PlacedLabel } from './labels.js';

type Name = PlacedLabel<IndicatorColumn | 'unknown'>;

/** A table's columns from left to right, and the names that stand over several of them. */
export interface ColumnOrder {
  readonly columns: readonly { readonly role: IndicatorColumn; readonly name: Name }[];
  /** The first and last column under each name of the upper row that is divided. */
  readonly groups: readonly { readonly name: Name; readonly first: number; readonly last: number }[];
}

const LEVELS: ReadonlySet<string> = new Set<IndicatorColumn>(['level1', 'level2', 'name']);
const PARTS_OF_TARGET: ReadonlySet<string> = new Set<IndicatorColumn>(['property', 'target', 'unit']);
const POINTS: ReadonlySet<string> = new Set<IndicatorColumn>(['weight', 'score', 'deviation']);

/** Where a second row of names begins; null where there is one row. `levelsBelow`: the upper row names no level. */
function secondRow(names: readonly Name[]): { readonly at: number; readonly levelsBelow: boolean } | null {
  const level = names.findIndex(({ role }) => LEVELS.has(role));
  if (level > 0 && names.slice(0, level).filter(({ role }) => role !== 'unknown').length >= 2)
    return { at: level, levelsBelow: true };
  const points = names.findIndex(({ role }) => POINTS.has(role));
  const part = names.findIndex(({ role }, index) => points >= 0 && index > points && PARTS_OF_TARGET.has(role));
  const isRow = part > 0 && names.slice(part).every(({ role }) => PARTS_OF_TARGET.has(role));
  return isRow && names.slice(0, part).some(({ role }) => role === 'target') ? { at: part, levelsBelow: false } : null;
}

/** A role that is named twice is that of its first column. */
function withoutRepeats(names: readonly Name[]): ColumnOrder['columns'] {
  const seen = new Set<string>();
  return names.map((name) => {
    const role = name.role === 'unknown' || seen.has(name.role) ? 'extra' : name.role;
    seen.add(role);
    return { role, name };
  });
}

/**
 * The columns of a header whose rows were written one behind the other. A second row divides the target (指标性质 · 指标值 · 度量单位), or
 * holds the levels too, below an upper row that names only values.
 */
export function columnOrder({ labels }: HeaderRun<IndicatorColumn>): ColumnOrder {
  const second = secondRow(labels);
  if (!second) return { columns: withoutRepeats(labels), groups: [] };
  const [upper, lower] = [labels.slice(0, second.at), labels.slice(second.at)];
  const target = upper.findIndex(({ role }) => role === 'target');
  const divided = target >= 0 && lower.some(({ role }) => role === 'target');
  const group = divided ? upper[target] : undefined;
  const behind = upper.filter((name) => name !== group);
  if (second.levelsBelow) {
    const first = lower.findIndex(({ role }) => PARTS_OF_TARGET.has(role));
    const groups = group ? [{ name: group, first, last: lower.length - 1 }] : [];
    return { columns: withoutRepeats([...lower, ...behind]), groups };
  }
  const columns = [...upper.slice(0, target), ...lower, ...upper.slice(target + 1)];
  const groups = group ? [{ name: group, first: target, last: target + lower.length - 1 }] : [];
  return { columns: withoutRepeats(columns), groups };
}
