import type { IdentityCheck } from './identity.js';
import { pointSum } from './point-sum.js';

/** The scores of the indicators and of the funds row are the total score. Source: the form’s 总分 row. */
export const scoreSum: IdentityCheck = {
  code: 'score-sum',
  severity: 'error',
  run: (record) => pointSum(record, 'score'),
};
