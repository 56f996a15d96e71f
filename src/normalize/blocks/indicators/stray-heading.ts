import { indicatorColumn } from '../../rows/section-heads.js';
import { endsAsHeading, isKnownHeading } from '../../vocabulary/headings.js';
import type { IndicatorColumn } from '../../vocabulary/words.js';
import type { Entry } from './indicator-rows.js';

const OF_HEADINGS: ReadonlySet<IndicatorColumn | null> = new Set<IndicatorColumn>(['level1', 'level2', 'name']);
const VALUES = ['target', 'actual'] as const;

/** True where a target or a result is a heading, or the head of a column of headings: cells have changed places. */
export const holdsHeading = ({ cells }: Pick<Entry, 'cells'>): boolean =>
  VALUES.flatMap((role) => cells.get(role) ?? []).some(({ label: { key } }) => {
    const isHeading = endsAsHeading(key) && (isKnownHeading(1, key) || isKnownHeading(2, key));
    return isHeading || OF_HEADINGS.has(indicatorColumn(key));
  });
