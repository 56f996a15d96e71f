import type { RelatedForm } from '../../schema/related/related-form.js';
import { checkDepartment } from './department.js';

/** The same record of a related form, with the findings of its kind's checks and each number's proofs. */
export const checkRelated = (record: RelatedForm): RelatedForm => checkDepartment(record);
