import { expect, it } from 'vitest';
import type { Ruling } from '../../../../src/extract/lattice/ruling.js';
import { OpenEdges } from '../../../../src/extract/scan/rulings/open-edges.js';

const level = (at: number, from: number, to: number): Ruling => ({ axis: 'horizontal', at, from, to });
const upright = (at: number, from: number, to: number): Ruling => ({ axis: 'vertical', at, from, to });
/** A table whose lower side a page break cut: its upright rules end at one height, where no rule lies. */
const TABLE = [level(100, 100, 900), ...[100, 400, 700, 900].map((at) => upright(at, 100, 600))];

it('several rules that end alike, with none beyond, end at an open edge', () => {
  const edges = new OpenEdges(TABLE);
  expect(edges.has(upright(400, 100, 600), 'to')).toBe(true);
  expect(edges.has(upright(400, 100, 600), 'from')).toBe(false);
  expect(edges.has(upright(400, 100, 500), 'to')).toBe(false);
});

it('is no open edge where a rule lies beyond', () => {
  const edges = new OpenEdges([...TABLE, level(610, 100, 900)]);
  expect(edges.has(upright(400, 100, 600), 'to')).toBe(false);
});

it('a side that is drawn on one side of the table only tells an open edge, its own end too', () => {
  const edges = new OpenEdges(TABLE.filter(({ axis, at }) => axis === 'horizontal' || at !== 900));
  expect(edges.has(upright(100, 100, 600), 'to')).toBe(true);
  expect(edges.has(upright(700, 100, 600), 'to')).toBe(true);
});

it('rules whose ends are seen a little unevenly end alike', () => {
  const edges = new OpenEdges(TABLE.map((rule) => (rule.at === 400 ? { ...rule, to: 597 } : rule)));
  expect(edges.has(upright(700, 100, 600), 'to')).toBe(true);
  expect(edges.has(upright(400, 100, 597), 'to')).toBe(true);
});
