import { expect, it } from 'vitest';
import { closesBracket, leavesBracketOpen } from '../../../src/normalize/text/brackets.js';

it.each([
  ['效益指标（25', true, false],
  ['效益指标(25分', true, false],
  ['（一）效益（25', true, false],
  ['分）', false, true],
  ['效益指标（25分）', false, false],
  ['效益指标', false, false],
  ['', false, false],
])('%s: leaves a bracket open %s, closes one %s', (text, opens, closes) => {
  expect([leavesBracketOpen(text), closesBracket(text)]).toEqual([opens, closes]);
});
