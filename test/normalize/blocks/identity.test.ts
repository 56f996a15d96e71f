import { expect, it } from 'vitest';
import { drawnForm } from '../../made/drawn-form.js';
import { recordOf } from '../../made/normalized.js';

it.each([
  ['labels and values in cells', '项目名称 | | 信息化专项\n主管部门 | | 某局 | | 实施单位 | | 某中心'],
  ['labels with their values', '项目名称：信息化专项 |\n主管部门：某局 | 实施单位：某中心'],
  ['labels with blanks', '项 目 名 称 | 信息化 专项\n主管部门： | 某局 | 实施 单位 | 某中心'],
  ['other words', '项目支出名称 | 信息化专项\n主管单位 | 某局 | 项目实施单位 | 某中心'],
])('identity by %s', async (_, identity) => {
  expect(await recordOf(drawnForm({ identity }))).toMatchObject({
    projectName: '信息化专项',
    competentDepartment: '某局',
    implementingUnit: '某中心',
  });
});

it('a code before a name stays in the name', async () => {
  const identity = '项目名称 | 51000021T000-信息化专项\n主管部门 | 某局';
  expect((await recordOf(drawnForm({ identity }))).projectName).toBe('51000021T000-信息化专项');
});

it('what no field holds is kept by its label', async () => {
  const identity = '项目名称 | 信息化专项 | 项目负责人 | 张三\n联系电话 | 021-1234';
  expect((await recordOf(drawnForm({ identity }))).other).toEqual(
    expect.arrayContaining([
      { label: '项目负责人', text: '张三' },
      { label: '联系电话', text: '021-1234' },
    ]),
  );
});
