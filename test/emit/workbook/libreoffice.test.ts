import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { madeReport } from '../../made/report.js';
import { HAS_LIBREOFFICE, sheetsOf } from '../../../scripts/outputs/libreoffice.js';
import { workbookDifferences } from '../../../scripts/outputs/workbook-differences.js';
import { openFolderOutput } from '../../../src/emit/output/folder-output.js';
import { OutputOptions } from '../../../src/emit/output/output.js';
import { madeFolder } from '../../made/folder.js';
import { madeForm } from '../../made/form.js';

const NOTE = { code: 'cell-cut', severity: 'note', path: '', message: 'Cut.', messageZh: '截断。' } as const;
const HOSTILE = [
  '=100.00(%)',
  '=1+1',
  '+1',
  '-',
  '@SUM(A1)',
  "'quoted'",
  '1-3',
  '2023-11',
  '0012',
  '100.00',
  '511324240000001234',
  '85%-95%',
  '#N/A',
  '#REF!',
  'TRUE',
  '_x0041_',
  '_x005F_x0041_',
  'a, "b"\nc',
  '  两端有空格  ',
  '\t制表',
  '<b>&amp;</b>',
  'a\u0000b\u0001c\u000Bd\u001Fe',
  'a\rb',
  ']]>',
  '𠮷野家',
  '=HYPERLINK("http://example.org")',
  'x'.repeat(32_767),
];

describe.skipIf(!HAS_LIBREOFFICE)('the workbook in LibreOffice', () => {
  it('holds every value of the records, hostile ones too', { timeout: 60_000 }, async () => {
    const [indicator] = madeForm(1).indicators;
    if (indicator === undefined) throw new Error('a made form has indicators');
    const forms = [
      madeForm(1),
      madeForm(2, {
        projectName: '=cmd|calc',
        year: null,
        funds: madeForm(2).funds.map((row) => ({ ...row, annualBudget: 123_456_789.123456, executed: 0.1 })),
        indicators: HOSTILE.map((text, index) => ({
          ...indicator,
          ordinal: index + 1,
          deviation: text,
          target: { ...indicator.target, text },
        })),
      }),
    ];
    const folder = madeFolder();
    const output = openFolderOutput(folder, OutputOptions.parse({ formats: ['xlsx'] }), { version: '1', options: {} });
    for (const form of forms) await output.write(form);
    const report = madeReport({ path: 'made.md', forms: 2, findings: [NOTE] });
    await output.report(report);
    await output.finish({ complete: true });
    const sheets = await sheetsOf(join(folder, 'zipingbiao.xlsx'));
    expect(Object.keys(sheets).sort()).toEqual(['指标', '资金', '说明', '问题', '项目'].sort());
    expect(workbookDifferences(forms, [report], sheets)).toEqual([]);
    const [first = madeForm(1), ...others] = forms;
    expect(workbookDifferences([{ ...first, grade: '良', totalScore: null }, ...others], [report], sheets)).toEqual([
      'projects[0].totalScore: null is "99"',
      'projects[0].grade: "良" is "优"',
    ]);
  });
});
