import { expect, it } from 'vitest';
import { snapParallel } from '../../../src/extract/lattice/snap-parallel.js';
import { across } from '../../made/rulings.js';

it('puts rules beside each other on one place, and leaves the next row alone', () => {
  const [first, second, other] = snapParallel([across(10, 0, 99), across(11, 0, 99), across(20, 0, 99)]);
  expect([first?.at, second?.at, other?.at]).toEqual([10.5, 10.5, 20]);
});
