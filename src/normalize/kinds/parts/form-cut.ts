import type { Finding } from '../../../schema/finding.js';

/** Said of a form that is longer than the limit. */
export const formCut = (): Finding => ({
  code: 'form-cut',
  severity: 'error',
  path: '',
  message: 'The form has more rows than the limit rowsPerForm; the rest is left out.',
  messageZh: '本表行数超过上限rowsPerForm，其余部分未读取。',
});
