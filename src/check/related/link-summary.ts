import type { Finding } from '../../schema/finding.js';
import {
  SUMMARY_NUMBERS,
  type SelfEvaluationSummary,
  type SummaryNumber,
  type SummaryRow,
} from '../../schema/related/summary.js';
import { exact } from '../exact.js';
import { finding } from '../rule.js';
import type { ProjectBrief, ProjectIndex } from './project-index.js';
import { withListProofs } from './summary.js';

/** 元 in a unit of money. */
const YUAN: Readonly<Record<string, number>> = {
  元: 1,
  千元: 1_000,
  万元: 10_000,
  百万元: 1_000_000,
  亿元: 100_000_000,
};

const NAMES: Readonly<Record<SummaryNumber | 'grade', readonly [string, string]>> = {
  initialBudget: ['initial budget', '年初预算数'],
  annualBudget: ['annual budget', '全年预算数'],
  executed: ['executed amount', '全年执行数'],
  executionRate: ['execution rate', '执行率'],
  score: ['score', '得分'],
  grade: ['grade', '等级'],
};
const IS_AMOUNT: ReadonlySet<SummaryNumber> = new Set<SummaryNumber>(['initialBudget', 'annualBudget', 'executed']);

const SAME_UNIT = [1, 1] as const;

/** By how much an amount of the one is multiplied to compare it with the other; null where a unit is not known. */
function factors(one: string | null, other: string | null): readonly [number, number] | null {
  if (one === other) return SAME_UNIT;
  const [first, second] = [YUAN[one ?? ''], YUAN[other ?? '']];
  return first === undefined || second === undefined ? null : [first, second];
}

const differs = (
  path: string,
  [name, nameZh]: readonly [string, string],
  said: string,
  own: string,
  id: string,
): Finding =>
  finding(
    'summary-differs',
    'warning',
    path,
    `The summary states the ${name} ${said}, but the project’s own form (${id}) states ${own}.`,
    `汇总表所列${nameZh}为${said}，而该项目自评表（${id}）为${own}。`,
  );

interface Compared {
  readonly same: readonly string[];
  readonly findings: readonly Finding[];
}

/** The budget that a list with one column of budgets means is the annual one, or the initial one where only that is the same. */
function ownNumber(field: SummaryNumber, row: SummaryRow, project: ProjectBrief): number | null {
  const isOnlyBudget = [row.annualBudget, row.initialBudget].filter((budget) => budget !== null).length === 1;
  if (!isOnlyBudget || (field !== 'annualBudget' && field !== 'initialBudget')) return project[field];
  const said = row[field];
  const budgets = [project.annualBudget, project.initialBudget];
  return budgets.find((budget) => budget === said) ?? project[field];
}

function compare(path: string, row: SummaryRow, project: ProjectBrief, unit: string | null): Compared {
  const [same, findings]: [string[], Finding[]] = [[], []];
  const amounts = factors(unit, project.currencyUnit);
  for (const field of SUMMARY_NUMBERS) {
    const [said, own] = [row[field], ownNumber(field, row, project)];
    const units = IS_AMOUNT.has(field) ? amounts : SAME_UNIT;
    if (said === null || own === null || units === null) continue;
    const [ofRow, ofProject] = units;
    const at = `${path}.${field}`;
    if (exact(said * ofRow) === exact(own * ofProject)) same.push(at);
    else findings.push(differs(at, NAMES[field], String(said), String(own), project.id));
  }
  if (row.grade !== null && project.grade !== null && row.grade !== project.grade)
    findings.push(differs(`${path}.grade`, NAMES.grade, row.grade, project.grade, project.id));
  return { same, findings };
}

/**
 * A summary whose rows know the records of their projects in the same run. Numbers that both print alike are proved by it; those that
 * differ are told with both values. A record that was linked before is linked anew.
 */
export function linkSummary(record: SelfEvaluationSummary, projects: ProjectIndex): SelfEvaluationSummary {
  const compared: Compared[] = [];
  const rows = record.rows.map((row, index) => {
    const units = [row.implementingUnit, row.competentDepartment, row.group, record.department];
    const project = projects.find({ ...row, year: record.year, units });
    if (project === null) return row;
    compared.push(compare(`rows[${index}]`, row, project, record.currencyUnit));
    return { ...row, projectId: project.id };
  });
  const same = compared.flatMap((one) => one.same);
  const isProved = new Set(same);
  return {
    ...record,
    rows,
    findings: [
      ...record.findings.filter(
        ({ code, path }) => code !== 'summary-differs' && (code !== 'unproved-number' || !isProved.has(path)),
      ),
      ...compared.flatMap(({ findings }) => findings),
    ],
    evidence: withListProofs(record.evidence, [{ code: 'summary-differs', closes: true, proves: same }]),
  };
}
