import { describe, expect, it } from 'vitest';
import { targetOf, withUnitOf } from '../../../src/normalize/text/target.js';
import { valueOf } from '../../../src/normalize/text/value.js';

describe('targetOf', () => {
  it.each([
    ['≥', '95', '%', '≥95%', '≥', 95, '%'],
    ['≧', '95', '％', '≥95%', '≥', 95, '%'],
    ['大于等于', '95', '%', '≥95%', '≥', 95, '%'],
    ['小于等于', '64', '万元', '≤64万元', '≤', 64, '万元'],
    ['═', '100', '%', '=100%', '=', 100, '%'],
    ['定量', '12', '次', '12次', null, 12, '次'],
    ['', '12', '次', '12次', null, 12, '次'],
    ['', '≥12', '次', '≥12次', '≥', 12, '次'],
    ['≥', '≥95', '%', '≥95%', '≥', 95, '%'],
    ['≥', '95%', '%', '≥95%', '≥', 95, '%'],
    ['≥', '95', '/', '≥95', '≥', 95, null],
    ['', '≥4.00（件/千人）', '', '≥4.00(件/千人)', '≥', 4, '件/千人'],
  ])('three columns %j %j %j are one target %s', (property, value, unit, text, operator, number, unitOfIt) => {
    expect(targetOf({ property, value, unit })).toEqual({
      text,
      kind: 'number',
      operator,
      value: number,
      unit: unitOfIt,
    });
  });

  it.each([
    ['D', 'D34套'],
    ['-', '34套'],
    ['0', '34套'],
    ['√', '34套'],
    ['★', '34套'],
  ])('a misread sign stays in the target; a mark and a digit do not: %j', (property, text) => {
    expect(targetOf({ property, value: '34', unit: '套' }).text).toBe(text);
  });

  it('a target in words takes no misread sign', () => {
    expect(targetOf({ property: 'D', value: '优良中低差', unit: '' }).text).toBe('优良中低差');
  });

  it('a target in words takes no unit', () => {
    expect(targetOf({ property: '定性', value: '优良中低差', unit: '次' })).toMatchObject({
      text: '优良中低差',
      kind: 'text',
      unit: null,
    });
  });

  it.each(['', '-', '—', '/'])('%j is not applicable: no text', (value) => {
    expect(targetOf({ property: '', value, unit: '' })).toMatchObject({ text: '', kind: 'text', value: null });
  });
});

it('a result without a unit has the target’s, but not in its text', () => {
  expect(withUnitOf(valueOf('≥95%'), valueOf('98'))).toMatchObject({ text: '98', value: 98, unit: '%' });
});

it('a result with a unit, or in words, stays as it is', () => {
  expect(withUnitOf(valueOf('≥95%'), valueOf('98家')).unit).toBe('家');
  expect(withUnitOf(valueOf('≥95%'), valueOf('达成指标')).unit).toBeNull();
});
