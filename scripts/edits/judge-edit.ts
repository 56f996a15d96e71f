import type { Finding } from '../../src/schema/finding.js';
import type { SelfEvaluation } from '../../src/schema/record.js';
import { isFlagged } from '../scoring.js';
import { judge, type Judged } from '../spellings/judge.js';
import type { EditedForm } from './edited-form.js';
import { pairRowsOf } from './pair-rows.js';
import { printedExpectations } from './printed.js';

/** One number of an edited form that nobody is told about, or only at another row of its block. */
export interface Untold extends Judged {
  /** The field in the edited form's truth. */
  readonly field: string;
  /** `elsewhere`: the row is not in the record, and a finding says so at a neighbour; `invented`: the record has a row that the form hasn't. */
  readonly how: 'silent' | 'elsewhere' | 'invented';
}

/** Findings of reading: what they point at was not read as it stands. */
const OF_READING =
  /^(?:text-unplaced|loose-text|row-unsure|number-without-column|funds-row-unknown|not-a-number|header-missing|field-missing|form-cut)$/;
const BLOCK = /^(funds|indicators)\[-1\]/;

const isToldNear = (findings: readonly Finding[], path: string) => {
  const block = BLOCK.exec(path)?.[1];
  return (
    block !== undefined &&
    findings.some(
      ({ code, severity, path: at }) =>
        severity !== 'note' && OF_READING.test(code) && (at.startsWith(block) || at.startsWith('other')),
    )
  );
};

/** Rows with points that no row of the form is, and that no finding points at. */
function invented(record: SelfEvaluation, paired: readonly number[]): Untold[] {
  return record.indicators.flatMap(({ weight, score }, at): Untold[] => {
    const path = `indicators[${at}]`;
    if (paired.includes(at) || (weight === null && score === null)) return [];
    if (isFlagged(record.findings, path) || isFlagged(record.findings, `${path}.weight`)) return [];
    return [{ field: path, path, verdict: 'silent', held: score ?? weight, how: 'invented' }];
  });
}

/** What is silent in an edited form's record, and how many numbers were looked at. */
export function judgeEdit(
  form: EditedForm,
  record: SelfEvaluation | undefined,
): { readonly numbers: number; readonly told: number; readonly untold: readonly Untold[] } {
  const judged = judge(record, form.truth, printedExpectations(form), pairRowsOf(form));
  const untold = [...judged].flatMap(([field, one]): Untold[] => {
    if (one.verdict !== 'silent') return [];
    const isNear = record !== undefined && isToldNear(record.findings, one.path);
    return [{ ...one, field, how: isNear ? 'elsewhere' : 'silent' }];
  });
  const paired = record ? pairRowsOf(form)(record, form.truth).indicators : [];
  return {
    numbers: judged.size,
    told: [...judged.values()].filter(({ verdict }) => verdict === 'told').length,
    untold: [...untold, ...(record ? invented(record, paired) : [])],
  };
}
