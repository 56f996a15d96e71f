import { describe, expect, it } from 'vitest';
import { valueOf } from '../../src/normalize/text/value.js';
import { ofIndicator } from '../made/checked.js';

describe('target-result: met is the full score, else result ÷ target × weight; a difference is a note', () => {
  it.each([
    ['≥90%', '95%', 20, []],
    ['≥90%', '95%', 18, ['note indicators[1].score']],
    ['=100%', '90%', 18, []],
    ['=100%', '90%', 20, ['note indicators[1].score']],
    ['≤64万元', '60万元', 20, []],
    ['≤64万元', '70万元', 15, []], // no usual rule
    ['≥90%', '95次', 18, []], // not comparable
    ['及时', '达成指标', 18, []],
    ['≥3次', '2次', 13.33, []], // 13.333 … cut off
  ])('%s with %s and %d of 20', (target, actual, score, findings) => {
    expect(ofIndicator('target-result', { target: valueOf(target), actual: valueOf(actual), score })).toEqual(findings);
  });
});
