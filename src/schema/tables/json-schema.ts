import { z } from 'zod';
import { RelatedForm } from '../related/related-form.js';
import { Manifest } from '../manifest.js';
import { SCHEMA_VERSION, SelfEvaluation } from '../record.js';

/** What `zipingbiao schema --for` can describe. */
export const SCHEMA_SUBJECTS = ['record', 'related', 'manifest'] as const;
export type SchemaSubject = (typeof SCHEMA_SUBJECTS)[number];

const SUBJECTS = {
  record: { schema: SelfEvaluation, title: '项目支出绩效自评表: one form, which is one project' },
  related: { schema: RelatedForm, title: 'Related forms: 部门整体支出绩效自评表, 自评结果汇总表' },
  manifest: { schema: Manifest, title: 'zipingbiao manifest: what became of each input of a run' },
} as const;

/** The subject's JSON Schema (draft 2020-12). Titles are English; `titleZh` beside them holds the form's own word. */
export function jsonSchemaOf(subject: SchemaSubject): Record<string, unknown> {
  const { schema, title } = SUBJECTS[subject];
  const { $schema, ...body } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  return { $schema, $id: `urn:zipingbiao:${subject}:${SCHEMA_VERSION}`, title, ...body };
}
