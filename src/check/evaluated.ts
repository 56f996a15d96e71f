import type { SelfEvaluation } from '../schema/record.js';
import { IDENTITIES } from './checks.js';
import type { Evaluated } from './proof.js';

/** Every identity of a record, in the order in which they are reported. */
export const evaluatedOf = (record: SelfEvaluation): Evaluated[] =>
  IDENTITIES.flatMap((check) => check.run(record).map((identity) => ({ check, identity })));
