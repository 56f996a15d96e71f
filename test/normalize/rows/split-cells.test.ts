import { expect, it } from 'vitest';
import { withNumbersApart } from '../../../src/normalize/rows/split-cells.js';
import type { Cell } from '../../../src/schema/sheet.js';
import { rowFrom } from '../../made/rows.js';

const apart = (text: string, reading: Cell['reading']) =>
  withNumbersApart(
    rowFrom(`${text} |`).cells.map((cell) => ({ ...cell, cell: { ...cell.cell, reading } })),
    2,
  ).map((cell) => cell.text);

it.each([
  ['10.00 9.50', 'text', ['10.00', '9.50']],
  ['年度资金总额 64.00 60.80', 'text', ['年度资金总额', '64.00', '60.80']],
  ['６ ０ ． ８ ０', 'text', ['６ ０ ． ８ ０']],
  ['9.5 5', 'text', ['9.5', '5']],
  ['５ ５', 'glyphs', ['５', '５']],
  ['６４．０ ０', 'glyphs', ['６４．０ ０']],
  ['100.00 97.20', 'glyphs', ['100.00', '97.20']],
] as const)('%s, known by its %s, is %j', (text, reading, expected) => {
  expect(apart(text, reading)).toEqual(expected);
});
