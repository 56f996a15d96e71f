import type { Finding } from '../../schema/finding.js';

/** Said of a page of which no rules are known: its table was put together by where words stand. */
export const gridInferred = (page: number): Finding => ({
  code: 'grid-inferred',
  severity: 'warning',
  path: '',
  message: `The file tells no table rules of page ${page}: rows and columns were inferred from where the words stand. Compare the form with the page.`,
  messageZh: `文件没有给出第${page}页的表格线：行列按文字位置推断，请与原件对照。`,
});
