import { describe, expect, it } from 'vitest';
import { withSensibleReading } from '../../../src/normalize/rows/choose-reading.js';
import { cellOf } from '../../made/sheets.js';

/** The text of a cell that readers gave these texts for, the first one chosen. */
function taken(...texts: readonly string[]): string {
  const readings = texts.map((text, index) => ({ by: `reader ${index}`, text, confidence: 0.9 }));
  return withSensibleReading({ ...cellOf(texts[0] ?? '', 0, 0), readings }).text;
}

describe('of a cell’s readings', () => {
  it.each([
    ['a word of the form', ['项目名祢', '项目名称'], '项目名称'],
    ['a heading', ['数里指标', '数量 指标'], '数量 指标'],
    ['a grade', ['伏', '优'], '优'],
    ['a degree of achievement', ['达成指栋', '达成指标'], '达成指标'],
    ['a number in place of a garbled one', ['10.O0§', '10.00'], '10.00'],
    ['a number in place of a blank', ['', '9.25'], '9.25'],
    [
      'a word without the specks that two readers saw',
      ['当年财-玫拨款', '当年财·政拨款', '当年财政拨款'],
      '当年财政拨款',
    ],
  ])('%s is taken where the chosen one is none', (_, texts, text) => {
    expect(taken(...texts)).toBe(text);
  });

  it.each([
    ['the chosen one makes sense as well', ['质量指标', '数量指标']],
    ['the chosen one is another number', ['70.00', '10.00']],
    ['two others differ', ['里指标', '数量指标', '质量指标']],
    ['the chosen one is a target, and a number only without its sign', ['≥90%', '290%']],
    ['the chosen one is prose, whatever stands beside it', ['完成3项', '3']],
    ['two readers found nothing', ['', '', '8']],
    ['no reading makes sense', ['道路照明', '道路照朋']],
  ])('the chosen one stays where %s', (_, texts) => {
    expect(taken(...texts)).toBe(texts[0]);
  });

  it('the same word without specks is taken', () => {
    expect(taken('其中：当年财·政拨款', '其中:当年财政拨款。', '其中:当年财政拨款')).toBe('其中:当年财政拨款');
  });

  it('the one that was taken comes first', () => {
    const readings = ['伏', '优'].map((text, index) => ({ by: `reader ${index}`, text, confidence: 0.9 }));
    const cell = withSensibleReading({ ...cellOf('伏', 0, 0), readings });
    expect(cell.readings?.map(({ text }) => text)).toEqual(['优', '伏']);
  });
});
