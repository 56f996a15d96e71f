import type { IdentityCheck } from './identity.js';
import { pointSum } from './point-sum.js';

/** The weights of the indicators and of the funds row are the total weight, which is 100. Source: the form’s 总分 row. */
export const weightSum: IdentityCheck = {
  code: 'weight-sum',
  severity: 'error',
  run: (record) => pointSum(record, 'weight'),
};
