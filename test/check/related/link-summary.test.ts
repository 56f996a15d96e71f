import { expect, it } from 'vitest';
import { digitize } from '../../../src/digitize/digitize.js';
import { drawnForm } from '../../made/drawn-form.js';
import { drawnDocument, told } from '../../made/related.js';

const NAME = '执法大队办公业务用房装修专项';

async function linked(row: string, above = '2023年度项目支出绩效自评结果汇总表') {
  const list = `${above}\n\n序号 | 项目名称 | 实施单位 | 自评得分 | 自评等级\n${row}`;
  const { records, related } = await digitize(drawnDocument(`${drawnForm()}\n\n${list}`));
  const [summary] = related;
  if (summary?.formKind !== 'selfEvaluationSummary') throw new Error('no summary was found');
  return { project: records[0], summary };
}

it('finds the project’s own form by its name, and what both say alike is proved', async () => {
  const { project, summary } = await linked(
    `1 | ${NAME} | 某队 | ${(await linked('1 | x | y | 1 | 优')).project?.totalScore ?? ''} | 优`,
  );
  expect(summary.rows[0]?.projectId).toBe(project?.id);
  expect(summary.evidence['rows[0].score']?.proof).toEqual(['summary-differs']);
  expect(told(summary)).not.toContain('unproved-number rows[0].score');
});

it('names both values where they differ', async () => {
  const { project, summary } = await linked(`1 | ${NAME} | 某队 | 99.5 | 优`);
  const [finding] = summary.findings.filter(({ code }) => code === 'summary-differs');
  expect(finding?.path).toBe('rows[0].score');
  expect(finding?.message).toContain('99.5');
  expect(finding?.message).toContain(String(project?.totalScore));
});

it.each([
  ['another name', '执法大队办公用房装修专项', '2023年度项目支出绩效自评结果汇总表'],
  ['another year', NAME, '2022年度项目支出绩效自评结果汇总表'],
])('links nothing by %s', async (_, name, title) => {
  const { summary } = await linked(`1 | ${name} | 某队 | 99.5 | 优`, title);
  expect(summary.rows[0]?.projectId).toBeNull();
  expect(told(summary)).not.toContain('summary-differs rows[0].score');
});
