import { describe, expect, it } from 'vitest';
import { paragraphsOf, proseOf, valueTextOf } from '../../../src/normalize/text/canonical.js';

describe('proseOf', () => {
  it.each([
    ['a comma and a blank', '加强宣传和指导, 进一步提升公示率', '加强宣传和指导，进一步提升公示率'],
    ['a semicolon and a colon', '存在问题: 人手不足; 经费不足', '存在问题：人手不足；经费不足'],
    ['brackets around Chinese', '基层市场监管所(队)', '基层市场监管所（队）'],
    ['brackets behind Chinese', '满意度(%)', '满意度（%）'],
    ['a number beside Chinese', '共12家,其中', '共12家，其中'],
    ['a comma between a Latin word and Chinese', '使用APP, 网站', '使用APP，网站'],
    ['full-width digits and letters', '完成１００％，ＡＰＰ上线', '完成100%，APP上线'],
    ['blanks between characters', '可 持 续 发 展', '可持续发展'],
    ['blanks around a date', '2023 年 7 月 10 日至 2023 年 11 月 30 日', '2023年7月10日至2023年11月30日'],
    ['a wrapped line', '依法开展企业公示\n信息抽查工作', '依法开展企业公示信息抽查工作'],
    ['radicals', '提⾼服务⽔平', '提高服务水平'],
    ['brackets that lean on each other', 'x()()()()()()满', 'x（）（）（）（）（）（）满'],
    ['brackets that close one behind the other', 'x))))))满', 'x））））））满'],
  ])('makes canonical %s', (_, text, prose) => {
    expect(proseOf(text)).toBe(prose);
  });

  it.each([
    ['a thousands separator', '资金1,234.50元'],
    ['a time', '每日8:30前'],
    ['an address', '网址http://www.example.cn/a'],
    ['a decimal point', '占95.3%'],
    ['a Latin sentence', 'Smart City, phase 2'],
    ['quotation marks', '“双随机、一公开”抽查'],
    ['an issuer’s own mistake', '未发生集体实物中毒，全国国文明城区'],
    ['Chinese punctuation', '一、目标；二、结果（详见附件）：完成！'],
  ])('leaves alone %s', (_, text) => {
    expect(proseOf(text)).toBe(text);
  });
});

describe('paragraphsOf', () => {
  it.each([
    ['a wrapped line', '开展企业公示信\n息抽查工作。', '开展企业公示信息抽查工作。'],
    ['a sentence’s end', '完成抽查。\n提升质量。', '完成抽查。\n提升质量。'],
    ['a number that a line cut behind its point', '完成\n1.\n5万元', '完成1.5万元'],
    ['items with numbers', '1.完成抽查\n2.提升质量', '1.完成抽查\n2.提升质量'],
    ['items with Chinese numbers', '一、完成抽查\n二、提升质量', '一、完成抽查\n二、提升质量'],
    ['items in brackets', '(1)完成抽查\n(2)提升质量', '（1）完成抽查\n（2）提升质量'],
    ['a decimal number at a line’s start', '占比为\n3.5%左右', '占比为3.5%左右'],
    ['blank lines', '完成抽查。\n\n\n提升质量。', '完成抽查。\n提升质量。'],
  ])('%s', (_, text, paragraphs) => {
    expect(paragraphsOf(text)).toBe(paragraphs);
  });
});

describe('valueTextOf', () => {
  it.each([
    ['１００．００（％）', '100.00(%)'],
    ['≧95％', '≥95%'],
    ['═100.00(%)', '=100.00(%)'],
    ['﹦100.00(%)', '=100.00(%)'],
    ['﹥=90', '>=90'],
    ['≦ 64 万元', '≤64万元'],
    ['≥4.00（件/千人）', '≥4.00(件/千人)'],
    ['365 天', '365天'],
    ['2023 年 11\n月底', '2023年11月底'],
    ['1，234', '1,234'],
    ['85 % - 95 %', '85%-95%'],
  ])('%s → %s', (text, value) => {
    expect(valueTextOf(text)).toBe(value);
  });
});
