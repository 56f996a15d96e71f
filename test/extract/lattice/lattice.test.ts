import { describe, expect, it } from 'vitest';
import { latticesOf } from '../../../src/extract/lattice/lattice.js';
import type { Ruling } from '../../../src/extract/lattice/ruling.js';
import { across, down } from '../../made/rulings.js';

const OPTIONS = { columns: 200, rectangles: 10_000 };
/** Each table's cells as `row,column` and, where it spans more than one, `+rows×columns`. */
const cells = (rulings: readonly Ruling[]) =>
  latticesOf(rulings, OPTIONS).map((lattice) =>
    lattice.cells
      .map(({ row, column, rowSpan, columnSpan }) =>
        rowSpan * columnSpan === 1 ? `${row},${column}` : `${row},${column}+${rowSpan}×${columnSpan}`,
      )
      .join(' '),
  );

const FRAME = [across(0, 0, 100), across(40, 0, 100), down(0, 0, 40), down(100, 0, 40)];
const TWO_BY_TWO = [...FRAME, across(20, 0, 100), down(50, 0, 40)];
const ALL_FOUR = '0,0 0,1 1,0 1,1';

/** A dashed or dotted rule. */
const dashed = (ruling: Ruling, dash: number, gap: number): Ruling[] =>
  Array.from({ length: Math.ceil((ruling.to - ruling.from) / (dash + gap)) }, (_, index) => {
    const from = ruling.from + index * (dash + gap);
    return { ...ruling, from, to: Math.min(ruling.to, from + dash) };
  });

describe('latticesOf', () => {
  it.each<[string, Ruling[], string[]]>([
    ['a plain grid', TWO_BY_TWO, [ALL_FOUR]],
    ['a cell over two columns', [...FRAME, across(20, 0, 100), down(50, 20, 40)], ['0,0+1×2 1,0 1,1']],
    ['a cell over two rows', [...FRAME, across(20, 50, 100), down(50, 0, 40)], ['0,0+2×1 0,1 1,1']],
    [
      'no outer rules at the sides',
      [across(0, 0, 100), across(20, 0, 100), across(40, 0, 100), down(50, 0, 40)],
      [ALL_FOUR],
    ],
    [
      'no top rule, as on a continued page',
      TWO_BY_TWO.filter(({ axis, at }) => axis === 'vertical' || at > 0),
      [ALL_FOUR],
    ],
    [
      'no bottom rule, as before a page break',
      TWO_BY_TWO.filter(({ axis, at }) => axis === 'vertical' || at < 40),
      [ALL_FOUR],
    ],
    ['no outer rules at all', [across(20, 0, 100), down(50, 0, 40)], [ALL_FOUR]],
    [
      'a merged cell at its side that goes on from page to page',
      [across(20, 30, 100), down(0, 0, 40), down(30, 0, 40), down(100, 0, 40)],
      ['0,0+2×1 0,1 1,1'],
    ],
    [
      'an upright rule beside it that is no side of it',
      [...TWO_BY_TWO, down(120, 0, 60), down(200, 0, 40)],
      [ALL_FOUR],
    ],
    ['no outer rules but the left one', [across(20, 0, 100), down(50, 0, 40), down(0, 0, 40)], [ALL_FOUR]],
    [
      'no outer rules around merged cells',
      [across(20, 0, 100), across(40, 50, 100), down(50, 0, 60)],
      ['0,0 0,1 1,0+2×1 1,1 2,1'],
    ],
    [
      'no outer rules, the inner ones of unequal reach',
      [across(20, 10, 100), across(40, 0, 90), down(50, 0, 60)],
      ['0,0 0,1 1,0 1,1 2,0 2,1'],
    ],
    [
      'rules that end before the crossing',
      TWO_BY_TWO.map((rule) => ({ ...rule, from: rule.from + 2, to: rule.to - 2 })),
      [ALL_FOUR],
    ],
    [
      'rules that overshoot it',
      TWO_BY_TWO.map((rule) => ({ ...rule, from: rule.from - 2, to: rule.to + 2 })),
      [ALL_FOUR],
    ],
    ['double rules', [...TWO_BY_TWO, ...TWO_BY_TWO.map((rule) => ({ ...rule, at: rule.at + 1.5 }))], [ALL_FOUR]],
    ['dashed rules', TWO_BY_TWO.flatMap((rule) => dashed(rule, 3, 3)), [ALL_FOUR]],
    ['dotted rules', TWO_BY_TWO.flatMap((rule) => dashed(rule, 0.5, 1.5)), [ALL_FOUR]],
    ['a rule in pieces, cell by cell', TWO_BY_TWO.flatMap((rule) => dashed(rule, 20, 0)), [ALL_FOUR]],
    [
      'two tables',
      [
        ...TWO_BY_TWO,
        ...TWO_BY_TWO.map((rule) => ({
          ...rule,
          ...(rule.axis === 'horizontal' ? { at: rule.at + 60 } : { from: rule.from + 60, to: rule.to + 60 }),
        })),
      ],
      [ALL_FOUR, ALL_FOUR],
    ],
    ['a frame', FRAME, []],
    ['an underline', [across(10, 0, 50)], []],
    ['nothing', [], []],
    ['an underline in a cell', [...TWO_BY_TWO, across(15, 10, 40)], [ALL_FOUR]],
    ['a region that is no rectangle', [...FRAME, across(20, 50, 100), down(50, 0, 20)], ['0,0+2×1 0,1 1,1']],
  ])('%s', (_, rulings, expected) => {
    expect(cells(rulings)).toEqual(expected);
  });

  it('tells which cell a point lies in', () => {
    const [lattice] = latticesOf(TWO_BY_TWO, OPTIONS);
    expect([
      lattice?.cellAt(10, 10),
      lattice?.cellAt(60, 10),
      lattice?.cellAt(100, 40),
      lattice?.cellAt(101, 10),
    ]).toEqual([0, 1, 3, -1]);
  });

  it('takes a grid of too many columns for a drawing', () => {
    expect(latticesOf(TWO_BY_TWO, { ...OPTIONS, columns: 1 })).toEqual([]);
  });
});
