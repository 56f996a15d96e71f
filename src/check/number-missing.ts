import type { SelfEvaluation } from '../schema/record.js';
import { AMOUNTS, POINTS } from '../schema/number-fields.js';
import { totalFunds } from './leaves.js';
import { finding, type Rule, type RuleContext } from './rule.js';

const gone = (path: string) =>
  finding(
    'number-missing',
    'warning',
    path,
    'A number is expected here, but none was read. Look at the page.',
    '此处应有数字但未读到，请对照原件核对。',
  );

/** A weight without its score or the other way round; both, where the sum that would tell does not close. */
function missingPoints(record: SelfEvaluation, { proofs }: RuleContext): string[] {
  return POINTS.flatMap((field) => {
    const total = record[field === 'weight' ? 'totalWeight' : 'totalScore'];
    // A column that no row has is one that the form does not print, unless its total stands there.
    if (total === null && record.indicators.every((row) => row[field] === null)) return [];
    const sumCloses = record.indicators.some(
      (row, index) => row[field] !== null && proofs.has(`indicators[${index}].${field}`),
    );
    const partner = field === 'weight' ? 'score' : 'weight';
    const partnersPrinted = record.indicators.some((row) => row[partner] !== null);
    return record.indicators.flatMap((row, index) => {
      if (row[field] !== null) return [];
      const lonely = partnersPrinted && row[partner] !== null;
      return lonely || !sumCloses ? [`indicators[${index}].${field}`] : [];
    });
  });
}

/** Cells of a funds row that are gone while others of the row are there; a printed sign for none is not gone. */
function partlyRead(record: SelfEvaluation): string[] {
  const printed = (['initialBudget', 'annualBudget', 'executed', 'executionRate'] as const).filter(
    (field) => field === 'executionRate' || record.funds.some((row) => row[field] !== null),
  );
  return record.funds.flatMap((row, index) => {
    if (AMOUNTS.every((field) => row[field] === null)) return [];
    return printed
      .filter((field) => row[field] === null)
      .map((field) => `funds[${index}].${field}`)
      .filter((path) => record.evidence[path] === undefined);
  });
}

/** Amounts of the total that other rows print, and amounts that an open column may lack. */
function missingFunds(record: SelfEvaluation, { proofs, closedSums }: RuleContext): string[] {
  const total = totalFunds(record);
  const partly = partlyRead(record);
  if (!total) return partly;
  const paths = AMOUNTS.flatMap((field) => {
    const printed = record.funds.some((row) => row[field] !== null);
    if (total.row[field] === null) return printed || field !== 'initialBudget' ? [`${total.path}.${field}`] : [];
    const path = `${total.path}.${field}`;
    if (proofs.has(path) || closedSums.has(path) || record.funds.length === 1) return [];
    return record.funds.flatMap((row, index) => (row[field] === null ? [`funds[${index}].${field}`] : []));
  });
  const { executionRate, score, weight } = total.row;
  if (executionRate === null && record.funds.some((row) => row.executionRate !== null))
    paths.push(`${total.path}.executionRate`);
  if ((score === null) !== (weight === null)) paths.push(`${total.path}.${score === null ? 'score' : 'weight'}`);
  if (score === null && weight === null && !closes(record, proofs))
    paths.push(`${total.path}.score`, `${total.path}.weight`);
  return [...new Set([...paths, ...partly])];
}

const closes = (record: SelfEvaluation, proofs: RuleContext['proofs']) =>
  proofs.has('totalScore') || record.indicators.some((_, index) => proofs.has(`indicators[${index}].score`));

/** A number that a form of this shape prints and that was not read. */
export const numberMissing: Rule = {
  code: 'number-missing',
  run(record, context) {
    const paths = [...missingPoints(record, context), ...missingFunds(record, context)];
    if (record.totalWeight === null && record.indicators.some(({ weight }) => weight !== null))
      paths.push('totalWeight');
    return paths.map(gone);
  },
};
