import { describe, expect, it } from 'vitest';
import { rowOfLine } from '../../../src/normalize/rows/rows.js';
import { rowsFrom } from '../../made/rows.js';

const textsOf = (drawing: string) => rowsFrom(drawing).map((row) => row.cells.map(({ text }) => text));
const lineTexts = (text: string) => rowOfLine({ text, page: null, box: null }).cells.map((cell) => cell.text);

describe('rowsOf', () => {
  it('leaves out blank cells and keeps the others’ columns', () => {
    const [row] = rowsFrom('项目名称 | | 专项 |');
    expect(row?.cells.map(({ text, column }) => [column, text])).toEqual([
      [0, '项目名称'],
      [2, '专项'],
    ]);
  });

  it.each([
    ['项目名称：信息化专项 |', ['项目名称', '信息化专项']],
    ['项目名称: 信息化专项 | 实施单位：某局', ['项目名称', '信息化专项', '实施单位', '某局']],
    ['评分等级：优 |', ['评分等级', '优']],
  ])('a label and its value in one cell: %s', (drawing, texts) => {
    expect(textsOf(drawing)).toEqual([texts]);
  });

  it.each(['说明：本表由单位填写 |', '其中：当年财政拨款 |', '预期目标：完成抽查 |'])(
    'no field’s label: %s',
    (drawing) => {
      expect(textsOf(drawing)[0]).toHaveLength(1);
    },
  );

  it('the first row of a sheet stands behind a break', () => {
    expect(rowsFrom('a | b\nc | d\n\ne | f').map(({ afterBreak }) => afterBreak)).toEqual([true, false, true]);
  });

  it('a row knows the cells that are merged down into it', () => {
    const rows = rowsFrom('产出指标{2x1} | 数量指标 | 完成率\n | 质量指标 | 合格率');
    expect(rows.map(({ above }) => above.map(({ text }) => text))).toEqual([[], ['产出指标']]);
  });
});

it.each([
  ['填报人：张三  联系电话：12345', ['填报人', '张三', '联系电话', '12345']],
  ['依法开展工作', ['依法开展工作']],
])('a line as a row: %s', (line, texts) => {
  expect(lineTexts(line)).toEqual(texts);
});
