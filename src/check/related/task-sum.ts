import type { Finding } from '../../schema/finding.js';
import type { DepartmentSelfEvaluation, TaskNumber } from '../../schema/related/department.js';
import { exact, shown, sum } from '../exact.js';
import { finding } from '../rule.js';

/** A sum of the tasks' amounts, and whether it is what the form states. */
export interface TaskSum {
  readonly code: 'task-sum';
  readonly closes: boolean;
  readonly members: readonly string[];
  readonly finding: Finding;
}

/** Of each amount, what it is called, and which amounts of the funds block it may be a part of. */
const ADDED: Partial<
  Record<TaskNumber, { readonly names: readonly [string, string]; readonly funds: readonly Amount[] }>
> = {
  budget: { names: ['budgets', '预算数'], funds: ['initialBudget', 'annualBudget'] },
  budgetAppropriation: { names: ['appropriations', '预算财政拨款'], funds: [] },
  budgetOther: { names: ['other budgets', '预算其他资金'], funds: [] },
  executed: { names: ['executed amounts', '执行数'], funds: ['executed'] },
  executedAppropriation: { names: ['executed appropriations', '财政拨款执行数'], funds: [] },
  executedOther: { names: ['other executed amounts', '其他资金执行数'], funds: [] },
};
type Amount = 'initialBudget' | 'annualBudget' | 'executed';

/** The whole of what the department spends, and what it spends on projects: tasks add up to the one or to the other. */
const WHOLE: readonly string[] = ['total', 'projectExpenditure'];

/** The amounts of the funds block that tasks may add up to. */
const statedIn = ({ funds }: DepartmentSelfEvaluation, fields: readonly Amount[]) =>
  funds.flatMap((row, index) =>
    WHOLE.includes(row.kind)
      ? fields.flatMap((field) => {
          const value = row[field];
          return value === null ? [] : [{ path: `funds[${index}].${field}`, value }];
        })
      : [],
  );

const differs = (path: string, [name, nameZh]: readonly [string, string], added: number, stated: number): Finding =>
  finding(
    'task-sum',
    'error',
    path,
    `The tasks’ ${name} add up to ${shown(added)}, but their sum is printed as ${shown(stated)}.`,
    `各项任务的${nameZh}合计为${shown(added)}，而合计行为${shown(stated)}。`,
  );

const fitsNone = ([name, nameZh]: readonly [string, string], added: number): Finding =>
  finding(
    'task-sum',
    'warning',
    'tasks',
    `The tasks’ ${name} add up to ${shown(added)}, which is neither the total of the funds nor that of the projects.`,
    `各项任务的${nameZh}合计为${shown(added)}，与资金总额、项目支出均不一致。`,
  );

/**
 * Each column of the tasks adds up to the row 合计 below them; where there is none, to the form's funds or to what it spends on projects.
 * Source: the form itself (年度主要任务, 金额合计).
 */
export function taskSums(record: DepartmentSelfEvaluation): TaskSum[] {
  const { tasks, taskTotals } = record;
  return Object.entries(ADDED).flatMap(([key, { names, funds }]): TaskSum[] => {
    const field = key as TaskNumber;
    const members = tasks.flatMap((row, index) => (row[field] === null ? [] : [`tasks[${index}].${field}`]));
    const added = sum(tasks.map((row) => row[field]));
    if (members.length === 0 || added === null) return [];
    const printed = taskTotals?.[field] ?? null;
    const stated = printed === null ? null : exact(printed);
    const path = `taskTotals.${field}`;
    if (stated !== null)
      return [
        {
          code: 'task-sum',
          closes: added === stated,
          members: [...members, path],
          finding: differs(path, names, added, stated),
        },
      ];
    const whole = statedIn(record, funds);
    if (whole.length === 0) return [];
    const same = whole.find(({ value }) => exact(value) === added);
    return [
      {
        code: 'task-sum',
        closes: same !== undefined,
        members: same ? [...members, same.path] : members,
        finding: fitsNone(names, added),
      },
    ];
  });
}
