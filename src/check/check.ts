import type { SelfEvaluation } from '../schema/record.js';
export const check = (record: SelfEvaluation): SelfEvaluation => record;
