import { describe, expect, it } from 'vitest';
import { flatteningOf } from '../../../../src/extract/scan/flatten/dewarp.js';
import type { RuleChain } from '../../../../src/extract/scan/flatten/rule-traces.js';

const PAGE = { width: 1240, height: 1754 };

/** A shape of the page: where a place of the flat page lies on the picture. */
type Shape = (x: number, y: number) => [x: number, y: number];

const turn = (degrees: number): Shape => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return (x, y) => {
    const [dx, dy] = [x - PAGE.width / 2, y - PAGE.height / 2];
    return [PAGE.width / 2 + dx * cos - dy * sin, PAGE.height / 2 + dx * sin + dy * cos];
  };
};

/** Points each 8 pixels along a rule from 100 to its end, as they lie on the picture. */
function chainOf(shape: Shape, axis: 'horizontal' | 'vertical', at: number): RuleChain {
  const end = (axis === 'horizontal' ? PAGE.width : PAGE.height) - 100;
  const along: number[] = [];
  const across: number[] = [];
  for (let place = 100; place <= end; place += 8) {
    const [x, y] = axis === 'horizontal' ? shape(place, at) : shape(at, place);
    along.push(axis === 'horizontal' ? x : y);
    across.push(axis === 'horizontal' ? y : x);
  }
  return { along, across, from: along[0] ?? 0, to: along.at(-1) ?? 0, density: 1 };
}

/** As many rules as a form has. */
const PLACES = Array.from({ length: 25 }, (_, index) => 120 + index * 60);
const chainsOf = (shape: Shape) => ({
  horizontal: PLACES.map((y) => chainOf(shape, 'horizontal', y)),
  vertical: PLACES.filter((x) => x < PAGE.width).map((x) => chainOf(shape, 'vertical', x)),
});

const spreadOf = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

describe('a page that does not lie flat', () => {
  const shapes: readonly [string, Shape][] = [
    ['flat all the same', (x, y) => [x, y]],
    ['askew to the right', turn(1.5)],
    ['askew to the left', turn(-2.2)],
    ['in slight perspective', (x, y) => [x + ((x - 620) * (y - 877)) / 40_000, y]],
    ['bent', (x, y) => [x, y + ((x - 620) / 620) ** 2 * 6]],
  ];

  it.each(shapes)('%s: has straight rules when it is flattened, to 0.3 pixels', (_, shape) => {
    const { horizontal, vertical } = chainsOf(shape);
    const { toFlat } = flatteningOf(PAGE, { horizontal, vertical });
    for (const { along, across } of horizontal)
      expect(spreadOf(along.map((x, index) => toFlat(x, across[index] ?? 0)[1]))).toBeLessThan(0.6);
    for (const { along, across } of vertical)
      expect(spreadOf(along.map((y, index) => toFlat(across[index] ?? 0, y)[0]))).toBeLessThan(0.6);
  });

  it.each(shapes)('%s: is found on its picture again', (_, shape) => {
    const { toFlat, toPicture } = flatteningOf(PAGE, chainsOf(shape));
    for (const [x, y] of [
      [0, 0],
      [620, 877],
      [1239, 1753],
      [200, 1500],
    ] as const) {
      const [backX, backY] = toPicture(...toFlat(x, y));
      expect(Math.hypot(backX - x, backY - y)).toBeLessThan(0.3);
    }
  });

  it('lies as it is where there are no rules', () => {
    const { toFlat } = flatteningOf(PAGE, { horizontal: [], vertical: [] });
    expect(toFlat(100, 200)).toEqual([100, 200]);
  });

  it('is askew both ways where rules run one way only', () => {
    const { toFlat } = flatteningOf(PAGE, { ...chainsOf(turn(1)), vertical: [] });
    const down = PLACES.map((y) => turn(1)(600, y)).map(([x, y]) => toFlat(x, y)[0]);
    expect(spreadOf(down)).toBeLessThan(0.6);
  });
});
