import { expect, it } from 'vitest';
import { openFolderOutput } from '../../src/emit/output/folder-output.js';
import { OutputOptions } from '../../src/emit/output/output.js';
import { readCsv } from '../../src/emit/read-csv.js';
import { RelatedForm } from '../../src/schema/related/related-form.js';
import { RELATED_TABLES, relatedRowsOf, type Table, TABLES } from '../../src/schema/tables/tables.js';
import { filesIn, madeFolder, textOf } from '../made/folder.js';
import { madeForm } from '../made/form.js';
import { departmentIn, summaryIn } from '../made/related.js';

const DEPARTMENT = `部门整体支出绩效自评表
（2023年度）
部门名称 | 青川县林业局 | | | | |
年度主要任务 | 任务名称 | 主要内容 | 预算数（万元） | 执行数（万元） | 完成情况 |
 | 造林绿化 | 造林2.4万亩 | 520.50 | 510.20 | 已完成 |
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
履职效能 | 工作完成率 | 重点工作完成率 | 100% | 100% | 100 | 100
总分 | | | | | 100 | 100`;
const SUMMARY = `2023年度项目支出绩效自评结果汇总表
序号 | 项目名称 | 全年预算数（万元） | 自评得分
1 | 校舍维修 | 120.00 | 97.5`;
const CSV = { csv: 'spreadsheet', headers: 'snake' } as const;

async function write(folder: string, forms: readonly RelatedForm[], formats: OutputOptions['formats']): Promise<void> {
  const output = openFolderOutput(folder, OutputOptions.parse({ formats }), { version: '1', options: {} });
  await output.write(madeForm(1));
  for (const form of forms) await output.writeRelated?.(form);
  await output.finish({ complete: true });
}

it('related forms have tables of their own, and share those of funds, indicators and findings', async () => {
  const folder = madeFolder();
  const forms = [await departmentIn(DEPARTMENT), await summaryIn(SUMMARY)];
  await write(folder, forms, ['csv', 'jsonl']);
  const lines = textOf(folder, 'related.jsonl').trimEnd().split('\n');
  expect(lines.map((line) => RelatedForm.parse(JSON.parse(line)))).toEqual(forms);
  const [department, summary] = forms.map(relatedRowsOf);
  for (const [name, rows] of Object.entries({ ...department?.own, ...summary?.own })) {
    const table: Table = RELATED_TABLES[name as keyof typeof RELATED_TABLES];
    expect(await readCsv(table, textOf(folder, `${name}.csv`), CSV)).toEqual(rows);
  }
  const indicators = await readCsv(TABLES.indicators, textOf(folder, 'indicators.csv'), CSV);
  expect(indicators.at(-1)).toMatchObject({ projectName: '青川县林业局', formKind: 'departmentSelfEvaluation' });
  expect(textOf(folder, 'datapackage.json')).toContain('"summaries.csv"');
  expect(textOf(folder, 'datapackage.json')).not.toContain('foreignKeys');
});

it('a run without related forms leaves none of their files, and removes those of an earlier run', async () => {
  const folder = madeFolder();
  await write(folder, [await summaryIn(SUMMARY)], ['csv', 'jsonl']);
  expect(filesIn(folder)).toEqual(expect.arrayContaining(['related.jsonl', 'summaries.csv']));
  await write(folder, [], ['csv', 'jsonl']);
  expect(filesIn(folder).filter((name) => /related|summaries|departments|tasks/.test(name))).toEqual([]);
  expect(textOf(folder, 'datapackage.json')).toContain('foreignKeys');
});
