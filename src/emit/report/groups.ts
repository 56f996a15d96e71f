import { percentOf } from './amount.js';
import type { ReportProject } from './collect.js';

/** Projects that are added up: amounts only of one currency unit, and only where a project has both. */
export interface Group {
  readonly label: string;
  readonly year: number | null;
  readonly currency: string;
  /** Numbers of the projects, in the order of the records. */
  readonly projects: number[];
  budget: bigint;
  executed: bigint;
  /** Per cent, cut off to two decimals; null where there is no budget. */
  readonly rate: string | null;
  readonly meanScore: number | null;
}

/** The projects by unit (or, without units, by year), year and currency unit, sorted. */
export function groupsOf(projects: readonly ReportProject[], by: 'unit' | 'year'): Group[] {
  const members = numbersBy(projects, ({ unit, year, currency }) => {
    return JSON.stringify([by === 'unit' ? unit : '', year, currency]);
  });
  return [...members.values()].map((numbers) => groupOf(numbers, projects, by)).sort(compare);
}

/** The numbers of the projects that have the same key. */
export function numbersBy(
  projects: readonly ReportProject[],
  keyOf: (project: ReportProject) => string,
): Map<string, number[]> {
  const members = new Map<string, number[]>();
  projects.forEach((project, number) => {
    const key = keyOf(project);
    const numbers = members.get(key);
    if (numbers === undefined) members.set(key, [number]);
    else numbers.push(number);
  });
  return members;
}

function groupOf(numbers: number[], projects: readonly ReportProject[], by: 'unit' | 'year'): Group {
  const all = numbers.flatMap((number) => projects[number] ?? []);
  const [first] = all;
  const withBoth = all.filter(({ budget, executed }) => budget !== null && executed !== null);
  const budget = withBoth.reduce((sum, project) => sum + (project.budget ?? 0n), 0n);
  const executed = withBoth.reduce((sum, project) => sum + (project.executed ?? 0n), 0n);
  const scores = all.flatMap(({ score }) => score ?? []);
  return {
    label: by === 'unit' ? (first?.unit ?? '') : '',
    year: first?.year ?? null,
    currency: first?.currency ?? '',
    projects: numbers,
    budget,
    executed,
    rate: percentOf(executed, budget),
    meanScore: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
  };
}

const collator = new Intl.Collator('zh');

function compare(a: Group, b: Group): number {
  return (
    collator.compare(a.label, b.label) || (a.year ?? 0) - (b.year ?? 0) || collator.compare(a.currency, b.currency)
  );
}
