import type { SelfEvaluation } from '../schema/record.js';
import { headingPoints } from '../normalize/vocabulary/headings.js';
import { exact, shown, sum } from './exact.js';
import type { Identity, IdentityCheck } from './identity.js';

interface Group {
  readonly heading: string;
  readonly points: number;
  readonly members: { readonly path: string; readonly value: number | null }[];
}

/** Runs of rows under one level-1 heading that states its points: 产出指标（50分）. */
function groupsOf(record: SelfEvaluation): Group[] {
  const groups: Group[] = [];
  let current: Group | null = null;
  record.indicators.forEach(({ level1, weight }, index) => {
    const points = headingPoints(record.evidence[`indicators[${index}].level1`]?.text ?? '');
    if (current?.heading !== level1) current = points === null ? null : { heading: level1, points, members: [] };
    if (current === null) return;
    if (groups.at(-1) !== current) groups.push(current);
    current.members.push({ path: `indicators[${index}].weight`, value: weight });
  });
  return groups;
}

/** The weights under a heading are the points in its brackets. Source: the heading itself, 产出指标（50分）. */
export const headingWeight: IdentityCheck = {
  code: 'heading-weight',
  severity: 'error',
  run: (record) =>
    groupsOf(record).flatMap(({ heading, points, members }): Identity[] => {
      const paths = members.filter(({ value }) => value !== null).map(({ path }) => path);
      const [total, stated] = [sum(members.map(({ value }) => value)), exact(points)];
      const [first] = paths;
      if (total === null || stated === null || first === undefined) return [];
      return [
        {
          code: 'heading-weight',
          result: first,
          members: paths,
          closes: total === stated,
          proves: paths,
          arithmetic: {
            kind: 'sum',
            terms: members.map(({ path }) => ({ path, sign: 1 as const })),
            gap: total - stated,
          },
          message: `The weights under “${heading}” add up to ${shown(total)}, but the heading states ${shown(stated)}.`,
          messageZh: `“${heading}”下的分值合计为${shown(total)}，而标题写明为${shown(stated)}分。`,
        },
      ];
    }),
};
