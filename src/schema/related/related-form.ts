import { z } from 'zod';
import { DepartmentSelfEvaluation } from './department.js';
import { SelfEvaluationSummary } from './summary.js';

/** A form of a related kind, told from the others by `formKind`. */
export const RelatedForm = z.discriminatedUnion('formKind', [DepartmentSelfEvaluation, SelfEvaluationSummary]);
export type RelatedForm = z.infer<typeof RelatedForm>;

/** What a related form is about, as its name in lists and files. */
export const subjectOf = (form: RelatedForm): string | null => form.department;
