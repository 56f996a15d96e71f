import { expect, it } from 'vitest';
import { valueOf } from '../../src/normalize/text/value.js';
import { ofIndicator } from '../made/checked.js';

it.each([
  [{ name: '' }, ['warning indicators[1].name']],
  [{ target: valueOf('') }, ['warning indicators[1].target']],
  [{ actual: valueOf('') }, ['warning indicators[1].actual']],
  [{}, []],
])('indicator-missing-cell: %j', (fields, findings) => {
  expect(ofIndicator('indicator-missing-cell', fields)).toEqual(findings);
});
