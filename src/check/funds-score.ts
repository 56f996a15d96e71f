import type { Funds } from '../schema/record.js';
import { exact, inUnits, quotient } from './exact.js';
import type { Identity, IdentityCheck, NumberAt } from './identity.js';
import { totalFunds } from './leaves.js';
import { printedStep } from './printed-step.js';

const DECIMALS = 2;
/** Points have no more decimals than an exact decimal holds. */
const MOST_DECIMALS = 6;
const PER_CENT = 100;
const MILLIONTHS = 1_000_000;

/** The score, and what it is made of. */
const INPUTS = ['score', 'weight', 'executionRate', 'executed', 'annualBudget'] as const;

/** The scores that the rate can give: from the printed rate or the amounts, cut off or rounded, at most the weight. */
function possibleScores({ weight, executionRate, executed, annualBudget }: Funds): bigint[] {
  const points = weight === null ? null : exact(weight);
  const most = weight === null ? null : inUnits(weight, DECIMALS);
  if (points === null || most === null) return [];
  const scores: bigint[] = [];
  const add = (numerator: number | null, denominator: number | null) => {
    if (numerator === null || denominator === null) return;
    // weight × numerator / denominator; the weight's millionths are divided out again.
    const ways = quotient(numerator, denominator, points, DECIMALS);
    if (ways) scores.push(ways.cut / BigInt(MILLIONTHS), (ways.rounded + BigInt(MILLIONTHS / 2)) / BigInt(MILLIONTHS));
  };
  if (executionRate !== null) add(exact(executionRate), exact(PER_CENT));
  if (executed !== null && annualBudget !== null) add(exact(executed), exact(annualBudget));
  return scores.map((score) => (score > most ? most : score));
}

/**
 * The score is proved where all accepted ways give the same one, else a digit may be another way's; the weight where even the smallest
 * change of it as printed would give another score.
 */
function provedPoints(path: string, row: Funds, printed: bigint, weightStep: number): string[] {
  const { weight } = row;
  const proved = possibleScores(row).every((score) => score === printed) ? [`${path}.score`] : [];
  const opens = (points: number) =>
    !possibleScores({ ...row, weight: Number(points.toFixed(MOST_DECIMALS)) }).includes(printed);
  if (weight !== null && opens(weight + weightStep) && opens(weight - weightStep)) proved.push(`${path}.weight`);
  return proved;
}

/** Funds score = weight × 执行率 / 100, at most the weight. Source: the heading 得分（10分×执行率） of central forms. */
export const fundsScore: IdentityCheck = {
  code: 'funds-score',
  severity: 'warning',
  run(record): readonly Identity[] {
    const total = totalFunds(record);
    const score = total?.row.score ?? null;
    if (!total || score === null || total.row.weight === null) return [];
    const printed = inUnits(score, DECIMALS);
    const scores = possibleScores(total.row);
    if (printed === null || scores.length === 0) return [];
    const { path, row } = total;
    const closes = scores.includes(printed);
    const closesWith = (at: NumberAt) => {
      const tried = { ...row };
      for (const field of INPUTS) tried[field] = at(`${path}.${field}`)?.value ?? null;
      const units = tried.score === null ? null : inUnits(tried.score, DECIMALS);
      return units !== null && possibleScores(tried).includes(units);
    };
    return [
      {
        code: 'funds-score',
        result: `${path}.score`,
        members: [`${path}.score`, `${path}.weight`, `${path}.executionRate`],
        closes,
        arithmetic: { kind: 'quotient', inputs: INPUTS.map((field) => `${path}.${field}`), closesWith },
        proves: closes ? provedPoints(path, row, printed, printedStep(record, `${path}.weight`)) : [],
        message: `The funds score ${score} is not weight ${row.weight ?? ''} × rate ${row.executionRate ?? ''} per cent; the issuer may score by steps.`,
        messageZh: `资金得分${score}不等于分值${row.weight ?? ''}×执行率${row.executionRate ?? ''}%，可能按档次计分。`,
      },
    ];
  },
};
