import type { Finding } from '../../schema/finding.js';
import type { Funds, SelfEvaluation } from '../../schema/record.js';
import type { SelfEvaluationSummary, SummaryNumber } from '../../schema/related/summary.js';
import { executionRate } from '../execution-rate.js';
import { finding } from '../rule.js';
import { gradeRange } from '../grade-range.js';
import type { ListIdentity } from './list-identity.js';

/** Points that a self-evaluation can earn at most. */
const MOST_POINTS = 100;

const LIST_ROW = /^(rows|sums)\[(\d+)\]/;
const FUNDS_ROW = /^funds\[(\d+)\]/;

type Amounts = Readonly<Record<SummaryNumber, number | null>>;

const asFunds = ({ initialBudget, annualBudget, executed, executionRate: rate }: Amounts): Funds => ({
  kind: 'unclassified',
  label: '',
  initialBudget,
  // A list with one column of budgets may call it the initial one.
  annualBudget: annualBudget ?? initialBudget,
  executed,
  weight: null,
  executionRate: rate,
  score: null,
});

/** The list's rows as rows of funds, so that the rule for a project's rates reads them; paths both ways. */
function asProject(record: SelfEvaluationSummary): SelfEvaluation {
  const { rows, sums, department, evidence, ...shared } = record;
  const toFunds = (path: string) =>
    path.replace(
      LIST_ROW,
      (_, list: string, at: string) => `funds[${Number(at) + (list === 'sums' ? rows.length : 0)}]`,
    );
  return {
    ...shared,
    formKind: 'projectSelfEvaluation',
    projectName: department,
    competentDepartment: null,
    implementingUnit: null,
    funds: [...rows, ...sums].map(asFunds),
    rateRounding: null,
    expectedGoal: null,
    actualResult: null,
    indicators: [],
    totalWeight: null,
    totalScore: null,
    grade: null,
    evidence: Object.fromEntries(Object.entries(evidence).map(([path, one]) => [toFunds(path), one])),
  };
}

/** The path of a row of funds as that of the list's row; one column of budgets is read as the annual one. */
function fromFunds(record: SelfEvaluationSummary, path: string): string {
  const { rows, sums } = record;
  const at = Number(FUNDS_ROW.exec(path)?.[1]);
  const row = rows[at] ?? sums[at - rows.length];
  const own = row?.annualBudget === null ? path.replace('.annualBudget', '.initialBudget') : path;
  return own.replace(FUNDS_ROW, at < rows.length ? `rows[${at}]` : `sums[${at - rows.length}]`);
}

function oddScores({ rows }: SelfEvaluationSummary, project: SelfEvaluation): Finding[] {
  return rows.flatMap(({ score, grade }, index) => {
    const path = `rows[${index}]`;
    const grades = gradeRange
      .run({ ...project, totalScore: score, grade }, NOTHING_KNOWN)
      .map((one) => ({ ...one, path: `${path}.grade` }));
    if (score === null || (score >= 0 && score <= MOST_POINTS)) return grades;
    return [
      finding(
        'score-range',
        'error',
        `${path}.score`,
        `The score ${score} is not between 0 and 100.`,
        `得分${score}不在0至100之间。`,
      ),
      ...grades,
    ];
  });
}

const NOTHING_KNOWN = {
  proofs: new Map<string, readonly string[]>(),
  open: new Set<string>(),
  openMembers: new Set<string>(),
  closedSums: new Set<string>(),
  settledBlanks: new Set<string>(),
  doubts: new Map<string, never>(),
};

/** What each row of the list says by itself: its rate is that of its amounts; its grade fits its score. */
export function rowIdentities(record: SelfEvaluationSummary): {
  readonly identities: ListIdentity[];
  readonly findings: Finding[];
} {
  const project = asProject(record);
  const back = (path: string) => fromFunds(record, path);
  const identities = executionRate.run(project).map((identity): ListIdentity => ({
    code: identity.code,
    closes: identity.closes,
    members: identity.members.map(back),
    proves: identity.proves.map(back),
    finding: finding('execution-rate', 'error', back(identity.result), identity.message, identity.messageZh),
  }));
  return { identities, findings: oddScores(record, project) };
}
