import { describe, expect, it } from 'vitest';
import { valueOf } from '../../src/normalize/text/value.js';
import { ofIndicator } from '../made/checked.js';

describe('sign-as-digit: ≥ read as 2', () => {
  it.each([
    ['290%', '92%', true],
    ['295.00(%)', '98.00(%)', true],
    ['290%', '280%', false],
    ['≥90%', '92%', false],
    ['290次', '92次', false],
    ['20%', '22%', false],
  ])('%s with %s: %s', (target, actual, found) => {
    const fields = { target: valueOf(target), actual: valueOf(actual) };
    expect(ofIndicator('sign-as-digit', fields)).toEqual(found ? ['warning indicators[1].target'] : []);
  });
});
