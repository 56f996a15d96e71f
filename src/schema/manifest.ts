import { z } from 'zod';
import { Finding } from './finding.js';
import { SourceKind } from './record.js';

/** Forms of a related kind that are recognised and set aside: they give no record of a project. */
export const SetAsideKind = z.enum([
  'departmentOverallSelfEvaluation', // 部门整体支出绩效自评表
  'performanceTargetDeclaration', // 绩效目标申报表: targets only
  'summaryTable', // 自评结果汇总表: one row a project, no form
  'noProject', // tables with a form's words that name no project and hold neither funds nor indicators
]);
export type SetAsideKind = z.infer<typeof SetAsideKind>;

export const SetAside = z.object({
  kind: SetAsideKind,
  title: z.string().nullable(),
  pages: z.array(z.int().positive()).nullable(),
});
export type SetAside = z.infer<typeof SetAside>;

/** A related form that became a record of its own kind. */
export const RelatedEntry = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string().nullable(),
  pages: z.array(z.int().positive()).nullable(),
});
export type RelatedEntry = z.infer<typeof RelatedEntry>;

export const InputStatus = z.enum(['done', 'failed', 'skipped']);
export type InputStatus = z.infer<typeof InputStatus>;

/** Why an input ended as it did: a code for programs, and what to say in both languages. */
export const Reason = z.object({ code: z.string(), message: z.string(), messageZh: z.string() });
export type Reason = z.infer<typeof Reason>;

/** What became of one input. */
export const InputReport = z.object({
  path: z.string(),
  sha256: z.string().nullable(),
  status: InputStatus,
  reason: Reason.nullable(),
  kind: SourceKind.nullable(),
  pages: z.int().nullable(),
  forms: z.int().nonnegative(),
  /** Related forms that became records: see related.jsonl. */
  related: z.array(RelatedEntry).default([]),
  setAside: z.array(SetAside),
  /** What concerns the document rather than one of its forms. */
  findings: z.array(Finding),
  milliseconds: z.number().nonnegative(),
});
export type InputReport = z.infer<typeof InputReport>;

/** The run: which version with which options made what of which input. */
export const Manifest = z.object({
  version: z.string(),
  options: z.record(z.string(), z.unknown()),
  inputs: z.array(InputReport),
});
export type Manifest = z.infer<typeof Manifest>;
