import type { RelatedForm } from '../../schema/related/related-form.js';
import { linkSummary } from './link-summary.js';
import type { ProjectIndex } from './project-index.js';

/** A related form with the records of the projects that it names, among those of the same run. */
export const linkRelated = (record: RelatedForm, projects: ProjectIndex): RelatedForm =>
  record.formKind === 'selfEvaluationSummary' ? linkSummary(record, projects) : record;
