import { describe, expect, it } from 'vitest';
import { withConfidence } from '../../src/check/confidence.js';

/** The confidence of a total score of 94.50 that readers gave these texts for, with 0.95 each. */
function confidence(texts: readonly string[], proof: string[] = []): number | null | undefined {
  const readings = texts.map((text, index) => ({ by: `reader ${index}`, text, confidence: 0.95 }));
  const leaf = { text: '94.50', page: 1, box: null, confidence: 0.95, readings, proof };
  return withConfidence({ totalScore: leaf })['totalScore']?.confidence;
}

describe('how sure a number of a scan is', () => {
  it.each([
    ['two readers agree', ['94.50', '94.50'], [], 0.9975],
    ['one alone gave it', ['94.50'], [], 0.9],
    ['another gave another', ['94.50', '94.60'], [], 0.5],
    ['none of them gave it', ['94.60', '94.90'], [], 0.5],
    ['one alone gave it, and it is proved', ['94.50'], ['score-sum'], 0.999],
    ['another gave another, and it is proved', ['94.50', '94.60'], ['score-sum'], 0.995],
  ])('%s', (_, texts, proof, expected) => {
    expect(confidence(texts, proof)).toBe(expected);
  });

  it('is not said of a number that was not recognised in a picture', () => {
    const evidence = { totalScore: { text: '94.50', page: null, box: null, confidence: null, proof: ['score-sum'] } };
    expect(withConfidence(evidence)).toBe(evidence);
  });
});
