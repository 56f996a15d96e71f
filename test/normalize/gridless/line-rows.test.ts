import { expect, it } from 'vitest';
import { drawnForm } from '../../made/drawn-form.js';
import { recordOf } from '../../made/normalized.js';

/** The form as copying out of a page leaves it: a cell on each line, blank ones gone. */
const oneCellALine = (drawing: string) =>
  drawing
    .split(/[|\n]/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join('\n');

it('one cell on each line says the same as the table', async () => {
  const [table, lines] = await Promise.all([recordOf(drawnForm()), recordOf(oneCellALine(drawnForm()))]);
  for (const field of [
    'projectName',
    'funds',
    'expectedGoal',
    'actualResult',
    'totalWeight',
    'totalScore',
    'grade',
  ] as const)
    expect(lines[field]).toEqual(table[field]);
  expect(lines.indicators).toEqual(table.indicators);
});

it('text between two rows that lost no points is said to be unsure', async () => {
  const drawing = drawnForm({ indicators: '产出指标 | 数量指标 | 完成率 | ≥95% | 98% | 90.00 | 90.00 | 情况说明如下' });
  const { findings } = await recordOf(oneCellALine(drawing));
  expect(findings.map(({ code, path }) => [code, path])).toContainEqual(['row-unsure', 'indicators[0]']);
});
