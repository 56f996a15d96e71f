import { z } from 'zod';
import { worded } from '../words.js';

/** The id of a form of whatever kind: that of a project's, or of a related one. */
export const formId = worded(z.string().regex(/^[0-9a-f]{12}-r?\d{3,}$/), {
  title: 'Id',
  titleZh: '编号',
  description:
    'First 12 hex digits of the source’s SHA-256, then the form’s ordinal in it; behind r, that among its related forms.',
  descriptionZh: '来源文件 SHA-256 的前 12 位，加该表在文件中的序号；相关各表序号前有 r，单独编号。',
});

/** The kinds whose funds and indicators stand in one table. */
export const formKind = worded(z.enum(['projectSelfEvaluation', 'departmentSelfEvaluation']), {
  title: 'Kind of form',
  titleZh: '表的类型',
  description: 'Whose funds or indicators these are: a project’s or a department’s.',
  descriptionZh: 'projectSelfEvaluation 项目自评表，departmentSelfEvaluation 部门整体自评表。',
});
