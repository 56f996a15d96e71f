import { CATALOGUE, type CatalogueEntry } from './catalogue.js';

const KINDS: Readonly<Record<CatalogueEntry['kind'], { readonly en: string; readonly zh: string }>> = {
  identity: { en: 'Identities that stay open', zh: '不成立的勾稽关系' },
  rule: { en: 'Rules', zh: '规则' },
  related: { en: 'Checks of related forms', zh: '相关各表的核对' },
  reading: { en: 'What reading left open', zh: '识读中的疑点' },
  decision: { en: 'What people decided in the review', zh: '复核中的决定' },
  document: { en: 'About the document (path is empty)', zh: '关于整个文件（path为空）' },
  output: { en: 'In the workbook or a database alone', zh: '仅见于工作簿或数据库' },
  repair: { en: 'Repairs', zh: '修复记录' },
  reason: { en: 'Why an input failed or was skipped', zh: '输入失败或跳过的原因' },
};
const SEVERITIES: Readonly<Record<string, string>> = {
  error: '错误',
  warning: '警告',
  note: '提示',
  'error or note': '错误或提示',
  'error or warning': '错误或警告',
  'warning or note': '警告或提示',
  'note, warning or error': '提示、警告或错误',
  'warning (PDF: note)': '警告（PDF为提示）',
};

/** The catalogue as Markdown tables, one for each kind of code. */
export function catalogueMarkdown(language: 'en' | 'zh'): string {
  return Object.entries(KINDS)
    .map(([kind, title]) => {
      const entries = CATALOGUE.filter((entry) => entry.kind === kind);
      const graded = entries.some(({ severity }) => severity !== '');
      const head =
        language === 'en'
          ? ['Code', ...(graded ? ['Severity'] : []), 'Means']
          : ['代码', ...(graded ? ['级别'] : []), '含义'];
      const rows = entries.map(({ code, severity, meaning, meaningZh }) => [
        `\`${code}\``,
        ...(graded ? [language === 'en' ? severity : (SEVERITIES[severity] ?? severity)] : []),
        language === 'en' ? meaning : meaningZh,
      ]);
      const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
      return `### ${title[language]}\n\n${lines.join('\n')}`;
    })
    .join('\n\n');
}
