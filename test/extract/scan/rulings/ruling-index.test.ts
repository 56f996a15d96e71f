import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ruling } from '../../../../src/extract/lattice/ruling.js';
import { CrossingIndex, RulingIndex } from '../../../../src/extract/scan/rulings/ruling-index.js';

const place = fc.integer({ min: 0, max: 60 });
const anyRulings = fc.array(
  fc
    .record({
      axis: fc.constantFrom('horizontal' as const, 'vertical' as const),
      at: place,
      from: place,
      length: place,
    })
    .map(({ axis, at, from, length }): Ruling => ({ axis, at, from, to: from + length })),
);
const inOrder = (rulings: readonly Ruling[]) => rulings.map((ruling) => JSON.stringify(ruling)).sort();

test('an index gives the rulings in one line and those that end alike, all and no others', () => {
  fc.assert(
    fc.property(anyRulings, place, (rulings, at) => {
      const index = new RulingIndex(rulings);
      const vertical = rulings.filter(({ axis }) => axis === 'vertical');
      expect(inOrder(index.inLine('vertical', at, 2))).toEqual(
        inOrder(vertical.filter((ruling) => Math.abs(ruling.at - at) <= 2)),
      );
      expect(inOrder(index.ending('vertical', 'to', at, 2))).toEqual(
        inOrder(vertical.filter(({ to }) => Math.abs(to - at) <= 2)),
      );
    }),
  );
});

test('an index gives the rulings that cross a stretch, all and no others, in their order', () => {
  fc.assert(
    fc.property(anyRulings, place, place, place, (rulings, from, length, at) => {
      const to = from + length;
      const met = new CrossingIndex(rulings).across('vertical', [from, to], at, 3);
      const expected = rulings.filter(
        (ruling) =>
          ruling.axis === 'horizontal' &&
          ruling.at >= from - 3 &&
          ruling.at <= to + 3 &&
          at >= ruling.from - 3 &&
          at <= ruling.to + 3,
      );
      expect(inOrder(met)).toEqual(inOrder(expected));
      expect(met.map((ruling) => ruling.at)).toEqual(met.map((ruling) => ruling.at).sort((a, b) => a - b));
    }),
  );
});
