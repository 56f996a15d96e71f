import { expect, it } from 'vitest';
import type { Ruling } from '../../../src/extract/lattice/ruling.js';
import { withSideRules } from '../../../src/extract/lattice/side-rules.js';

const level = (at: number, from: number, to: number): Ruling => ({ axis: 'horizontal', at, from, to });
const upright = (at: number, from: number, to: number): Ruling => ({ axis: 'vertical', at, from, to });
const TABLE = [level(100, 100, 500), level(400, 100, 500), upright(100, 100, 400), upright(500, 100, 400)];

it('an upright rule beside a table, as long as it is high, is the table’s', () => {
  const side = upright(60, 101, 399);
  expect(withSideRules([TABLE, [side]])).toEqual([[...TABLE, side]]);
});

it.each([
  ['shorter', upright(60, 100, 300)],
  ['too far off', upright(800, 100, 400)],
  ['within it', upright(300, 100, 400)],
  ['level', level(60, 100, 500)],
])('a rule that is %s is a group of its own', (_, rule) => {
  expect(withSideRules([TABLE, [rule]])).toEqual([TABLE, [rule]]);
});
