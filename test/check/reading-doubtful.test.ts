import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/record/check.js';
import { drawnForm } from '../made/drawn-form.js';
import { normalized } from '../made/normalized.js';
import { scannedSheets, type SecondReader } from '../made/scanned.js';

/** What is said of readings that are doubtful, of the drawn form as two readers read it. */
async function doubtful(second: SecondReader): Promise<string[]> {
  const [form] = await normalized(scannedSheets(drawnForm(), second));
  if (form?.type !== 'form') throw new Error('The drawing has no form.');
  const { findings } = check(form.record);
  return findings.filter(({ code }) => code === 'reading-doubtful').map(({ path, message }) => `${path}: ${message}`);
}

const pathsOf = async (second: SecondReader) => (await doubtful(second)).map((found) => found.replace(/: .*/, ''));

describe('a text that two readers', () => {
  it('agree on has no finding, whatever their widths and blanks', async () => {
    expect(await doubtful((text) => text.replace('(%)', '（％）').replace('，', ', '))).toEqual([]);
  });

  it('disagree on has one, with both readings', async () => {
    expect(await doubtful((text) => text.replace('办公环境', '办公坏境'))).toEqual([
      'indicators[2].name: It was read as “办公环境” and as “办公坏境”; the first was taken. Compare it with the page.',
    ]);
  });

  it('are asked for has one where one of them sees nothing, though nobody is sure of a blank', async () => {
    expect(await doubtful((text) => text.replace('办公环境', ''))).toEqual([
      'indicators[2].name: Only one reader gave “办公环境” (confidence 0.97). Compare it with the page.',
    ]);
  });

  it('disagree on is shown from where it differs', async () => {
    const second = (text: string) => text.replace('上海市普陀区市场监督管理局', '上海市普陀区市场监督管埋局');
    expect((await doubtful(second))[0]).toContain('市场监督管理局” and as “');
  });

  it.each([
    ['a heading', (text: string) => text.replace('数量 指标', '数里 指标')],
    ['the label of a funds row', (text: string) => text.replace('上年结转资金', '上年结转资全')],
    ['a grade', (text: string) => (text === '优' ? '伏' : text)],
    ['a degree of achievement', (text: string) => text.replace('达成指标', '达戍指标')],
  ])('disagree on has none where only one of them read %s', async (_, second) => {
    expect(await doubtful(second)).toEqual([]);
  });

  it('disagree on has one where both read a word that may stand there', async () => {
    expect(await pathsOf((text) => text.replace('数量 指标', '质量 指标'))).toEqual(['indicators[0].level2']);
  });
});

describe('a number that no identity holds', () => {
  it('has a finding where two readers disagree on it', async () => {
    expect(await pathsOf((text) => text.replace('≥95.00(%)', '295.00(%)'))).toEqual(['indicators[1].target']);
    expect(await pathsOf((text) => text.replace('98(%)', '93(%)'))).toEqual(['indicators[1].actual']);
    expect(await pathsOf((text) => text.replace('2023', '2028'))).toEqual(['year']);
  });

  it('has one where one reader alone gave it, however sure; a text has none', async () => {
    expect(await pathsOf(() => null)).toEqual(
      expect.arrayContaining(['indicators[0].target', 'indicators[1].actual', 'year']),
    );
    expect(await pathsOf(() => null)).not.toContain('projectName');
  });
});
