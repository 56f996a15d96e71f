import { z } from 'zod';
import { Finding } from '../finding.js';
import { SelfEvaluation, Source } from '../record.js';
import { worded } from '../words.js';
import { formId } from './form-kind.js';
import type { Table } from './table.js';

/** A row of findings.csv: what a person should look at, and what was read there. */
export const FindingRow = z.object({
  id: worded(formId.nullable(), {
    title: 'Id',
    titleZh: '编号',
    description: 'The form’s id; empty where the finding concerns the document.',
    descriptionZh: '自评表的编号；问题属于整个文件时为空。',
  }),
  sourceFile: worded(Source.shape.file, { title: 'Source file', titleZh: '来源文件' }),
  projectName: SelfEvaluation.shape.projectName,
  code: worded(Finding.shape.code, { title: 'Code', titleZh: '问题代码' }),
  severity: worded(Finding.shape.severity, { title: 'Severity', titleZh: '级别' }),
  path: worded(Finding.shape.path, {
    title: 'Path',
    titleZh: '位置',
    description: 'The field in the record, or its parent; empty for the document.',
    descriptionZh: '记录中的字段或其上级；问题属于整个文件时为空。',
  }),
  value: worded(z.string().nullable(), {
    title: 'Read there',
    titleZh: '所读内容',
    description: 'What was read at the path, before it was cleaned.',
    descriptionZh: '该位置读到的原文，未经整理。',
  }),
  message: worded(Finding.shape.message, { title: 'Message', titleZh: '说明(英文)' }),
  messageZh: worded(Finding.shape.messageZh, { title: 'Message in Chinese', titleZh: '说明' }),
});
export type FindingRow = z.infer<typeof FindingRow>;

export const FINDINGS: Table<typeof FindingRow> = {
  name: 'findings',
  words: {
    title: 'Findings',
    titleZh: '待核问题',
    description: 'One row for each finding: what a person should look at.',
    descriptionZh: '每个待人工核对的问题一行。',
  },
  row: FindingRow,
};

/** What a form of whatever kind is called by, and what is to be looked at. */
type FindingForm = Pick<SelfEvaluation, 'id' | 'source' | 'projectName' | 'findings' | 'evidence'>;

/** The form's rows of findings.csv. */
export function findingRows(form: FindingForm): FindingRow[] {
  return form.findings.map((finding) => ({
    id: form.id,
    sourceFile: form.source.file,
    projectName: form.projectName,
    code: finding.code,
    severity: finding.severity,
    path: finding.path,
    value: readAt(form, finding.path),
    message: finding.message,
    messageZh: finding.messageZh,
  }));
}

/** The rows of findings that concern a document rather than one of its forms. */
export function documentFindingRows(file: string, findings: readonly Finding[]): FindingRow[] {
  return findings.map(({ code, severity, path, message, messageZh }) => ({
    id: null,
    sourceFile: file,
    projectName: null,
    code,
    severity,
    path,
    value: null,
    message,
    messageZh,
  }));
}

/** What was read at a path such as `indicators[3].score`: its evidence's text, else the leaf itself; null for a parent. */
function readAt(form: FindingForm, path: string): string | null {
  const read = form.evidence[path]?.text ?? form.evidence[`${path}.text`]?.text;
  if (read !== undefined) return read;
  let value: unknown = form;
  for (const step of path.match(/[^.[\]]+/g) ?? []) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
