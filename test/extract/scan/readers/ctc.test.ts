import { describe, expect, it } from 'vitest';
import { type Alphabet, alphabetOf, decodeCtc } from '../../../../src/extract/scan/readers/ctc.js';

/** The first stands for nothing. */
const CHARACTERS = ['', '1', '7', '绩', ' ', '（', '('];

/** The output of a recogniser: for each step what it takes for likely; the rest is likely to be nothing. */
function outputOf(...steps: Readonly<Record<string, number>>[]): [Float32Array, number, Alphabet] {
  const output = new Float32Array(steps.length * CHARACTERS.length);
  steps.forEach((step, at) => {
    const sum = Object.values(step).reduce((total, value) => total + value, 0);
    output[at * CHARACTERS.length] = 1 - sum;
    for (const [text, value] of Object.entries(step)) output[at * CHARACTERS.length + CHARACTERS.indexOf(text)] = value;
  });
  return [output, steps.length, alphabetOf(CHARACTERS)];
}

const NOTHING = {};

describe('the likeliest text of a recogniser', () => {
  it('takes repeated steps for one character, and two with nothing between them for two', () => {
    expect(decodeCtc(...outputOf({ '1': 1 }, { '1': 1 }, NOTHING, { '1': 1 }, { 绩: 1 })).text).toBe('11绩');
  });

  it('keeps blanks', () => {
    expect(decodeCtc(...outputOf({ '1': 1 }, { ' ': 1 }, { '7': 1 })).text).toBe('1 7');
  });

  it('is as sure as of its least sure character, at that one’s surest step', () => {
    const { confidence } = decodeCtc(...outputOf({ '1': 0.75 }, { '1': 0.875 }, { 绩: 1 }));
    expect(confidence).toBe(0.875);
  });

  it('tells where the middle of each character is, by the width of all steps', () => {
    const { places } = decodeCtc(
      ...outputOf(NOTHING, { '1': 1 }, { '1': 1 }, NOTHING, { 绩: 1 }, NOTHING, NOTHING, NOTHING),
    );
    expect(places).toEqual([2 / 8, 4.5 / 8]);
  });

  it('takes a sign in the likelier of its widths, and is as sure of it as of both', () => {
    const { text, confidence } = decodeCtc(...outputOf({ 绩: 1 }, { '（': 0.25, '(': 0.5 }, { '1': 1 }));
    expect([text, confidence]).toEqual(['绩(1', 0.75]);
    expect(decodeCtc(...outputOf({ '（': 0.375, '(': 0.25 })).text).toBe('（');
    expect(decodeCtc(...outputOf({ '（': 0.125, '(': 0.25 })).text).toBe('');
  });

  it('takes a sign whose width changes from step to step for one, in the width of its surest step', () => {
    expect(decodeCtc(...outputOf({ '（': 0.5, '(': 0.25 }, { '（': 0.25, '(': 0.625 }, { '1': 1 })).text).toBe('(1');
    expect(decodeCtc(...outputOf({ '（': 0.75 }, NOTHING, { '(': 1 })).text).toBe('（(');
  });

  it('is empty and unsure where there is nothing', () => {
    const empty = { text: '', confidence: 0, places: [] };
    expect(decodeCtc(...outputOf(NOTHING, NOTHING))).toEqual(empty);
    expect(decodeCtc(...outputOf())).toEqual(empty);
  });
});
