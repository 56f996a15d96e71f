import { describe, expect, it } from 'vitest';
import { drawnForm } from '../../made/drawn-form.js';
import { recordOf } from '../../made/normalized.js';

const read = async (close: string) => {
  const { totalWeight, totalScore, grade, other } = await recordOf(drawnForm({ close }));
  return { close: [totalWeight, totalScore, grade], other };
};

describe('the close', () => {
  it.each([
    [
      'total and grade in rows of their own',
      '总分 | | | | | 100.00 | 94.25 |\n评分等级 | 优 | | | | | |',
      [100, 94.25, '优'],
    ],
    ['the grade in another column', '总分 | | | | | 100.00 | 94.25 |\n评分等级 | | | | | 优 | |', [100, 94.25, '优']],
    ['both in one row', '总分 | | | | | 100 | 94.25 | 优', [100, 94.25, '优']],
    ['both in one row, with their labels', '总分 | | 100 | 94.25 | 评分等级 | 良 | |', [100, 94.25, '良']],
    ['the grade after a page break', '总分 | | | | | 100 | 94.25 |\n\n评分等级 | 优', [100, 94.25, '优']],
    ['a label for each number', '总分 | | 100 | 自评总得分 | 94.25 | 自评等级 | 优 |', [100, 94.25, '优']],
    ['numbers that a page break cut', '总分 | | | | | 10 | 9 |\n\n | | | | | 0.00 | 4.25 |', [100, 94.25, null]],
    ['no grade', '总分 | | | | | 100 | 94.25 |', [100, 94.25, null]],
    ['a score alone', '总分 | | | | | | 94.25 |', [null, 94.25, null]],
    ['a ticked box', '总分 | | | | | 100 | 84 |\n评分等级 | 优□ 良☑ 中□ 差□ | | | | | |', [100, 84, '良']],
    [
      'a ticked box before its word',
      '总分 | | | | | 100 | 84 |\n评分等级 | □优 ☑良 □中 □差 | | | | | |',
      [100, 84, '良'],
    ],
    ['boxes that nobody ticked', '总分 | | | | | 100 | 84 |\n评分等级 | □优 □良 □中 □差 | | | | | |', [100, 84, null]],
  ])('%s', async (_, drawing, expected) => {
    expect((await read(drawing)).close).toEqual(expected);
  });

  it('is told where rows below it look like indicators: another row was taken for the total', async () => {
    const close = `总分 | | | | | 100 | 94.25 |
      效益指标 | 社会效益指标 | 满意率 | ≥90% | 95% | 10 | 10 |`;
    const { findings } = await recordOf(drawnForm({ close }));
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toContain('row-unsure indicators');
  });

  it('a total among the identity is the score, whatever columns stand below it', async () => {
    const identity = '项目名称 | | 步道维护 | | 自评总分（分） | 98.2 | |';
    const { totalWeight, totalScore } = await recordOf(drawnForm({ identity, close: '' }));
    expect([totalWeight, totalScore]).toEqual([null, 98.2]);
  });

  it('what it says beside them is kept by its label', async () => {
    const { other } = await read('总分 | | | | | 100 | 94.25 |\n存在问题 | 进度偏慢, 需加强。 | | | | | |');
    expect(other).toContainEqual({ label: '存在问题', text: '进度偏慢，需加强。' });
  });

  it('a note behind the table is none of its fields', async () => {
    const { close, other } = await read(
      '总分 | | | | | 100 | 94.25 |\n评分等级 | 优 | | | | | |\n注：本表由单位填写。',
    );
    expect(close).toEqual([100, 94.25, '优']);
    expect(other.map(({ text }) => text).join()).toContain('本表由单位填写');
  });
});

it.each([
  ['优（√）良（ ）A中（ ）差（ ）', ['grade']],
  ['优（√）良（ ）中（ ）差（ ）', []],
  ['□优 ☑较好 □一般 □差', []],
])('%s: what stands beside the choices is told', async (grade, expected) => {
  const close = `总分 | | | | | 100.00 | 94.25 |\n 评分等级 | ${grade} | | | | | |`;
  const { findings } = await recordOf(drawnForm({ close }));
  expect(findings.flatMap(({ code, path }) => (code === 'row-unsure' ? path : []))).toEqual(expected);
});
