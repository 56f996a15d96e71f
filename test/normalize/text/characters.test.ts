import { describe, expect, it } from 'vitest';
import { halfWidth, plainCharacters } from '../../../src/normalize/text/characters.js';

describe('plainCharacters', () => {
  it.each([
    ['a Kangxi radical', '⽬标', '目标'],
    ['one that the mainland writes otherwise', '农⼾', '农户'],
    ['several of them', '⽰范⼯作⽅案', '示范工作方案'],
    ['a radical of the supplement', '⻚面、⻓期、⺠生', '页面、长期、民生'],
    ['a full-width blank', '产出\u3000指标', '产出 指标'],
    ['a no-break blank', '2023\u00a0年', '2023 年'],
    ['what is invisible', '指\u200b标\ufeff\u00ad', '指标'],
    ['a line end of Windows', '指\r\n标', '指\n标'],
    ['a line end of the old Mac', '指\r标', '指\n标'],
    ['an accent on its own', 'e\u0301', 'é'],
    ['an accent behind a blank', 'e \u0301', 'é'],
    ['a horizontal bar for a dash', '项目―自评', '项目—自评'],
    ['a compatibility ideograph', '\uf9ea', '離'],
  ])('maps %s', (_, text, plain) => {
    expect(plainCharacters(text)).toBe(plain);
  });

  it.each(['全国国文明城区', '集体实物中毒', '（一）、“双随机”；100.00％', 'ＡＢＣ', 'km²', '①②'])(
    'leaves %s as it is printed',
    (text) => {
      expect(plainCharacters(text)).toBe(text);
    },
  );
});

describe('halfWidth', () => {
  it.each([
    ['１００％', '100%'],
    ['ＡＢｃ', 'ABc'],
    ['（Ｂ／Ａ）', '(B/A)'],
    ['＝＞＜', '=><'],
    ['中文。、“”《》', '中文。、“”《》'],
    ['Ａ\u0301', 'Á'],
  ])('%s → %s', (wide, narrow) => {
    expect(halfWidth(wide)).toBe(narrow);
  });
});

describe('a heap of marks on one letter', () => {
  const heap = (marks: number) => `e${'\u0301\u0316'.repeat(marks / 2)}`;

  it('is composed as far as marks are writing', () => {
    expect(plainCharacters(heap(2))).toBe('é\u0316');
  });

  it('stays as it is where it is none: to order 80,000 marks takes seconds', () => {
    expect(plainCharacters(heap(80_000))).toBe(heap(80_000));
  });
});
