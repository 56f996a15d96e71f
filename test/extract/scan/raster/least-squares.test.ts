import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LeastSquares } from '../../../../src/extract/scan/raster/least-squares.js';

const NONE = [0, 0, 0];

describe('least squares', () => {
  it('finds the coefficients that the samples were made with', () => {
    const coefficient = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(fc.tuple(coefficient, coefficient, coefficient), (wanted) => {
        const equations = new LeastSquares(3);
        for (let x = -3; x <= 3; x += 1) {
          const terms = [1, x, x * x];
          equations.add(
            terms,
            terms.reduce((sum, term, index) => sum + term * (wanted[index] ?? 0), 0),
          );
        }
        equations.solve(NONE).forEach((value, index) => {
          expect(value).toBeCloseTo(wanted[index] ?? 0, 6);
        });
      }),
    );
  });

  it('takes the middle of samples that differ', () => {
    const equations = new LeastSquares(1);
    for (const value of [1, 2, 6]) equations.add([1], value);
    expect(equations.solve([0])[0]).toBeCloseTo(3, 9);
  });

  it('holds a coefficient back by its damping, and one without samples at nothing', () => {
    const equations = new LeastSquares(2);
    equations.add([1, 0], 4);
    expect(equations.solve([1, 1])).toEqual([expect.closeTo(2, 9), 0]);
    expect(equations.solve([0, 0])).toEqual([expect.closeTo(4, 9), 0]);
  });
});
