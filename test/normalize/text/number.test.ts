import { describe, expect, it } from 'vitest';
import { numberOf, withPointForColon } from '../../../src/normalize/text/number.js';

describe('numberOf', () => {
  it.each([
    ['311.00', 311, 2],
    ['0.00', 0, 2],
    ['10', 10, 0],
    ['1,234,567.89', 1_234_567.89, 2],
    ['95.3%', 95.3, 1],
    ['９２．５７％', 92.57, 2],
    ['10分', 10, 0],
    ['54.01万元', 54.01, 2],
    [' 129. 79 ', 129.79, 2],
    ['25\n.00', 25, 2],
    ['-3.5', -3.5, 1],
    ['111.123456', 111.123456, 6],
    ['99999999999.99', 99_999_999_999.99, 2],
  ])('%j is %d, with %d decimals', (text, value, decimals) => {
    expect(numberOf(text)).toMatchObject({ kind: 'number', value, decimals, repaired: null });
  });

  it.each(['', ' ', '-', '—', '——', '－', '/', '／', '无', '不适用', 'N/A'])('%j is none', (text) => {
    expect(numberOf(text)).toEqual({ kind: 'none' });
  });

  it.each([
    ['1O0.00', '100.00', 100],
    ['l0', '10', 10],
    ['9O.5', '90.5', 90.5],
    ['92。57', '92.57', 92.57],
  ])('%j has a lookalike: it is read as %s, and the change is recorded', (text, repaired, value) => {
    expect(numberOf(text)).toMatchObject({ kind: 'number', value, repaired });
  });

  it.each([
    '10.00 10.00',

    '12.',
    '.5',
    '1.2.3',
    '1:15',
    '8:30',
    '10；10',
    '优',
    '达成指标',
    'O',
    'lO',
    '≥95',
    '3个',
    '12345678901234567',
    '1,234,56',
  ])('%j is unreadable: nothing is guessed', (text) => {
    expect(numberOf(text)).toEqual({ kind: 'unreadable' });
  });
});

describe('a number whose point was read as a colon', () => {
  it.each([
    ['620:00', '620.00'],
    ['1,620：50', '1,620.50'],
    ['75:00%', '75.00%'],
  ])('%s is %s', (text, pointed) => {
    expect(withPointForColon(text)).toBe(pointed);
  });

  it.each(['1:2', '8:30:00', '8:30前', '10；10', '≥8:30', '-1:10', '40.00', '40:000'])('%s is none', (text) => {
    expect(withPointForColon(text)).toBeNull();
  });
});
