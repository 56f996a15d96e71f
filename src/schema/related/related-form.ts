import { z } from 'zod';
import { DepartmentSelfEvaluation } from './department.js';

/** A form of a related kind, told from the others by `formKind`. */
export const RelatedForm = z.discriminatedUnion('formKind', [DepartmentSelfEvaluation]);
export type RelatedForm = z.infer<typeof RelatedForm>;

export type RelatedKind = RelatedForm['formKind'];

/** What a related form is about, as its name in lists and files: a department, a project. */
export const subjectOf = (form: RelatedForm): string | null => form.department;
