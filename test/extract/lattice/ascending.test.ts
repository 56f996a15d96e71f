import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascendingBy, firstFrom } from '../../../src/extract/lattice/ascending.js';

interface Item {
  readonly place: number;
  readonly name: number;
}
const placeOf = ({ place }: Item) => place;
const items = (place: fc.Arbitrary<number>) =>
  fc.array(fc.record({ place, name: fc.nat() }), { minLength: 50, maxLength: 90 });

describe('ascendingBy', () => {
  it.each([
    ['places of a page', fc.double({ min: -100, max: 2000, noNaN: true })],
    ['places next to each other', fc.double({ min: 0, max: 0.01, noNaN: true })],
    ['places that are the same', fc.integer({ min: 0, max: 3 })],
    ['places anywhere', fc.double({ noNaN: true, noDefaultInfinity: true })],
  ])('sorts as comparing does: %s', (_, place) => {
    fc.assert(
      fc.property(items(place), (list) => {
        expect(ascendingBy(list, placeOf)).toEqual(list.toSorted((a, b) => a.place - b.place));
      }),
    );
  });
});

describe('firstFrom', () => {
  it('finds the first that is not below a place', () => {
    const list = [1, 2, 2, 5].map((place) => ({ place, name: 0 }));
    expect([0, 2, 3, 6].map((place) => firstFrom(list, place, placeOf))).toEqual([0, 1, 3, 4]);
  });
});
