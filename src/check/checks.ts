import { lossWithoutReason, reasonBesideFullScore } from './deviation.js';
import { executionRate } from './execution-rate.js';
import { fundsScore } from './funds-score.js';
import { fundsSum } from './funds-sum.js';
import { gradeRange } from './grade-range.js';
import { headingLevel } from './heading-level.js';
import { headingWeight } from './heading-weight.js';
import type { IdentityCheck } from './identity.js';
import { indicatorMissingCell } from './indicator-missing-cell.js';
import { indicatorRepeated } from './indicator-repeated.js';
import { indicatorsIncomplete } from './indicators-incomplete.js';
import { numberMissing } from './number-missing.js';
import type { Rule } from './rule.js';
import { readingDoubtful } from './reading-doubtful.js';
import { scoreRange } from './score-range.js';
import { scoreSum } from './score-sum.js';
import { signAsDigit } from './sign-as-digit.js';
import { targetResult } from './target-result.js';
import { unprovedNumber } from './unproved-number.js';
import { unitDiffers } from './unit-differs.js';
import { valueDoubtful } from './value-doubtful.js';
import { valuesExchanged } from './values-exchanged.js';
import { weightSum } from './weight-sum.js';

/** What must add up, in the order in which it is reported. */
export const IDENTITIES: readonly IdentityCheck[] = [
  weightSum,
  scoreSum,
  headingWeight,
  fundsSum,
  executionRate,
  fundsScore,
];

/** What a person should look at beside the sums. */
export const RULES: readonly Rule[] = [
  scoreRange,
  numberMissing,
  indicatorsIncomplete,
  unprovedNumber,
  readingDoubtful,
  gradeRange,
  lossWithoutReason,
  reasonBesideFullScore,
  headingLevel,
  indicatorMissingCell,
  signAsDigit,
  targetResult,
  valueDoubtful,
  unitDiffers,
  indicatorRepeated,
  valuesExchanged,
];
