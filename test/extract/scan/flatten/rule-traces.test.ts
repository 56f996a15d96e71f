import { describe, expect, it } from 'vitest';
import { ruleChainsOf, streaksOf, transposed } from '../../../../src/extract/scan/flatten/rule-traces.js';
import { DrawnPage } from '../../../made/drawn-page.js';

/** The least darkness of a rule. */
const LEAST = 14;

/** The rules along the rows of a page's darkness, the longest first: where they begin and end, and their height. */
function rulesOn(draw: (page: DrawnPage) => unknown) {
  const dark = new DrawnPage(800, 120, 0);
  draw(dark);
  return ruleChainsOf({ dark, streaks: streaksOf(dark) }, LEAST)
    .toSorted((a, b) => b.to - b.from - (a.to - a.from))
    .map(({ from, to, across, density }) => ({ from, to, across, density }));
}

const near = (value: number) => expect.closeTo(value, -0.6) as number;

describe('a rule', () => {
  it.each<[string, (page: DrawnPage) => unknown]>([
    ['thin', (page) => page.fill(100, 60, 700, 61, 180)],
    ['thick', (page) => page.fill(100, 58, 700, 62, 200)],
    ['faint', (page) => page.fill(100, 60, 700, 61, 24)],
    [
      'dotted',
      (page) => {
        for (let x = 100; x < 700; x += 3) page.fill(x, 60, x + 2, 61, 200);
      },
    ],
    [
      'with specks about it',
      (page) => page.fill(100, 60, 700, 61, 180).fill(300, 70, 302, 72, 255).fill(500, 40, 501, 41, 255),
    ],
  ])('that is %s is one chain from its beginning to its end', (_, draw) => {
    const [rule, ...others] = rulesOn(draw);
    expect(rule).toMatchObject({ from: near(100), to: near(699) });
    expect(rule?.density).toBeGreaterThan(0.95);
    expect(others.filter(({ from, to }) => to - from > 100)).toEqual([]);
  });

  it('that is askew is followed, finer than a pixel', () => {
    const [rule] = rulesOn((page) => {
      for (let x = 100; x < 700; x += 1) page.fill(x, 30 + Math.round(x / 20), x + 1, 32 + Math.round(x / 20), 180);
    });
    expect(rule).toMatchObject({ from: near(100), to: near(699) });
    rule?.across.forEach((y, index, all) => {
      if (index > 0) expect(Math.abs(y - (all[index - 1] ?? 0) - 0.4)).toBeLessThan(0.6);
    });
  });

  it('that is broken off for long is two', () => {
    const rules = rulesOn((page) => page.fill(100, 60, 350, 61, 180).fill(400, 60, 700, 61, 180));
    expect(rules.map(({ from, to }) => [from, to])).toEqual([
      [near(400), near(699)],
      [near(100), near(349)],
    ]);
  });

  it('is no line of print', () => {
    const rules = rulesOn((page) => page.print(100, 50, 24));
    expect(rules.filter(({ from, to, density }) => to - from > 240 && density >= 0.7)).toEqual([]);
  });

  it('is none on blank paper', () => {
    expect(rulesOn(() => undefined)).toEqual([]);
  });
});

it('what runs down runs right on the mirrored picture, and down again on its own mirror', () => {
  const page = new DrawnPage(70, 45, 0).fill(33, 5, 34, 40, 9);
  const mirrored = transposed(page);
  expect([mirrored.width, mirrored.height, mirrored.data[33 * 45 + 20], mirrored.data[20 * 45 + 33]]).toEqual([
    45, 70, 9, 0,
  ]);
  expect(transposed(mirrored)).toEqual({ width: 70, height: 45, data: page.data });
});
