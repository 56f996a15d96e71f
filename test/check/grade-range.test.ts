import { describe, expect, it } from 'vitest';
import { ofForm } from '../made/checked.js';

describe('grade-range: 优 ≥ 90, 良 ≥ 80, 中 ≥ 60, 差 below', () => {
  it.each([
    ['优', 90, true],
    ['优', 89.99, false],
    ['良', 80, true],
    ['良', 89.99, true],
    ['良', 90, false],
    ['中', 60, true],
    ['中', 80, false],
    ['差', 59.99, true],
    ['差', 60, false],
    ['合格', 70, true],
    ['不合格', 59, true],
    ['不合格', 61, false],
    ['A', 10, true], // an unknown system is not judged
    [null, 10, true], // and neither is a form without a grade
  ])('%s for %d fits: %s', (grade, totalScore, fits) => {
    expect(ofForm('grade-range', { grade, totalScore })).toEqual(fits ? [] : ['warning grade']);
  });
});
