import { describe, expect, it } from 'vitest';
import { FontPlausibility } from '../../../../src/extract/pdf/operators/plausible-text.js';

const FORM = '项目名称道路养护专项主管部门市城市管理局年度资金总额全年执行数其中财政拨款得分';

function lying(text: string, widthOf: (character: string) => number = () => 0.6): boolean {
  const plausibility = new FontPlausibility();
  const font = {};
  for (const character of Array.from(text)) plausibility.note(font, character, widthOf(character));
  return plausibility.lying > 0;
}
const shifted = (text: string, by: number) =>
  Array.from(text, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + by)).join('');

describe('a font that lies', () => {
  it.each([
    ['codes read as Windows characters', '€•‚ƒ„…†€•‡€•'],
    ['codes read as control characters', '\u0001\u0002\u0003\u0004\u0005'],
    ['codes read as private use', '\ue001\ue002\ue003\ue004'],
    ['characters of a shifted table', shifted(FORM, 7)],
    ['characters of a table that is shifted far', shifted(FORM, 2000)],
    ['numbers of glyphs read as characters', 'ąĶҕԳݖࢇޏ'],
  ])('is told: %s', (_, text) => {
    expect(lying(text)).toBe(true);
  });

  it('is told where its Latin letters are as wide as Chinese characters', () => {
    expect(lying('!"#$ABCD', () => 1)).toBe(true);
    expect(lying('ABCDabcd', () => 0.6)).toBe(false);
  });
});

describe('a font that tells the truth', () => {
  it.each([
    ['a form', FORM],
    ['a form with signs', '≥95％（万元）①②★√×℃“良”《办法》——……、；：'],
    ['numbers alone', '12.50 -3.20 100% 1,204.50'],
    ['traditional writing', '項目名稱道路養護專項主管部門市城市管理局年度資金總額全年執行數其中財政撥款得分'],
    ['English', 'Budget performance self-evaluation, “2023” – annex'],
    ['a rare name among others', `${FORM}㛃堃`],
    ['radicals that stand for characters', '⻓⻔⻚⽅⾯⼯作'],
    ['units', 'm² km² ㎡ ㎏ μg Ω 30°'],
  ])('is believed: %s', (_, text) => {
    expect(lying(text)).toBe(false);
  });
});
