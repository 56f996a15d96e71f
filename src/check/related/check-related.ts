import type { RelatedForm } from '../../schema/related/related-form.js';
import { checkDepartment } from './department.js';
import { checkSummary } from './summary.js';

/** The same record of a related form, with the findings of its kind's checks and each number's proofs. */
export function checkRelated(record: RelatedForm): RelatedForm {
  switch (record.formKind) {
    case 'departmentSelfEvaluation':
      return checkDepartment(record);
    case 'selfEvaluationSummary':
      return checkSummary(record);
  }
}
