import { describe, expect, it } from 'vitest';
import { SelfEvaluationSummary } from '../../../../src/schema/related/summary.js';
import { summaryIn, told } from '../../../made/related.js';

const HEADER =
  '序号 | 项目名称 | 实施单位 | 全年预算数（万元） | 全年执行数（万元） | 执行率 | 自评得分 | 自评等级 | 备注';
const list = (rows: string, header = HEADER) => `
2023年度项目支出绩效自评结果汇总表
填报单位：青川县教育局
${header}
${rows.trim()}`;

const ROWS = `
1 | 校舍维修 | 县一中 | 120.00 | 118.80 | 99.00 | 97.5 | 优 |
2 | 图书购置 | 县一中 | 30.00 | 27.00 | 90.00 | 88 | 良 | 招标延期
小计 | | | 150.00 | 145.80 | | | |
3 | 教师培训 | 县教研室 | 50.00 | 50.00 | 100.00 | 100 | 优 |
合计 | | | 200.00 | 195.80 | 97.90 | | |`;

describe('a list of projects', () => {
  it('is a row a project, with the sums between and below', async () => {
    const record = await summaryIn(list(ROWS));
    expect(SelfEvaluationSummary.parse(record)).toEqual(record);
    expect(record).toMatchObject({ year: 2023, department: '青川县教育局', currencyUnit: '万元', other: [] });
    expect(
      record.rows.map(({ projectName, implementingUnit, executed, score, grade, note }) => [
        projectName,
        implementingUnit,
        executed,
        score,
        grade,
        note,
      ]),
    ).toEqual([
      ['校舍维修', '县一中', 118.8, 97.5, '优', null],
      ['图书购置', '县一中', 27, 88, '良', '招标延期'],
      ['教师培训', '县教研室', 50, 100, '优', null],
    ]);
    expect(record.sums.map(({ label, after, annualBudget }) => [label, after, annualBudget])).toEqual([
      ['小计', 2, 150],
      ['合计', 3, 200],
    ]);
    expect(record.evidence['rows[2].executed']?.proof).toEqual(['summary-sum', 'execution-rate']);
    expect(told(record)).toEqual(
      ['rows[0].score', 'rows[1].score', 'rows[2].score'].map((path) => `unproved-number ${path}`),
    );
  });

  it.each([
    ['a sum that is none', '| 145.80 |', '| 145.00 |', 'summary-sum sums[0].executed'],
    ['a rate of other amounts', '| 90.00 |', '| 93.00 |', 'execution-rate rows[1].executionRate'],
    ['a grade of another score', '| 88 | 良', '| 88 | 优', 'grade-range rows[1].grade'],
    ['a word for a number', '| 27.00 |', '| 未执行 |', 'not-a-number rows[1].executed'],
    ['a text in no column', '招标延期', '招标延期 | 见附件3', 'row-unsure rows[1]'],
  ])('tells %s', async (_, from, to, finding) => {
    expect(told(await summaryIn(list(ROWS.replace(from, to))))).toContain(finding);
  });

  it('goes on over page breaks, its header repeated or a row cut', async () => {
    const cut = ROWS.trim()
      .replace('图书购置 |', '图书购 |')
      .replace('\n小计', `\n\n— 1 —\n\n | 置 | | | | | | |\n\n${HEADER}\n小计`);
    const { rows, sums } = await summaryIn(list(cut));
    expect(rows.map(({ projectName }) => projectName)).toEqual(['校舍维修', '图书购置', '教师培训']);
    expect(sums).toHaveLength(2);
  });

  it('names a unit once for several rows, in a column or above them', async () => {
    const merged = await summaryIn(list(ROWS.replace('图书购置 | 县一中', '图书购置 |')));
    expect(merged.rows.map(({ implementingUnit }) => implementingUnit)).toEqual(['县一中', '县一中', '县教研室']);
    const grouped = await summaryIn(list(ROWS.replace('1 |', '一、县一中 | | | | | | | |\n1 |')));
    expect(grouped.rows[0]).toMatchObject({ group: '一、县一中', projectName: '校舍维修' });
  });

  it('ends where a table of another kind begins', async () => {
    const other = `${ROWS}\n\n收支决算表\n科目 | 金额\n教育支出 | 3,200.00\n行政运行 | 410.00`;
    expect((await summaryIn(list(other))).rows).toHaveLength(3);
  });

  it('has the words of other issuers', async () => {
    const { rows } = await summaryIn(
      list('1 | A01 | 校舍维修 | 120 | 118.8 | 97.5', '序号 | 项目编码 | 项目名称 | 预算金额 | 支出金额 | 得分'),
    );
    expect(rows).toMatchObject([{ projectCode: 'A01', annualBudget: 120, executed: 118.8, score: 97.5 }]);
  });
});
