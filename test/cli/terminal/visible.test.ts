import { expect, it } from 'vitest';
import { visible } from '../../../src/cli/terminal/visible.js';

it.each([
  ['a\nResults are in out', 'a\\nResults are in out'],
  ['\u001B[31mred\u0007', '\\u001B[31mred\\u0007'],
  ['\u009B2J', '\\u009B2J'],
  ['fdp.\u202Etxt', 'fdp.\\u202Etxt'],
  ['自评表 2023年.pdf', '自评表 2023年.pdf'],
])('%j is shown as %j', (line, shown) => {
  expect(visible(line)).toBe(shown);
});
