import { describe, expect, it } from 'vitest';
import { CENTRAL_FORM, centralRecord } from '../made/central-form.js';
import { foundBy } from '../made/checked.js';

describe('heading-weight: the weights under 产出指标（50分） are 50', () => {
  const withHeading = (heading: string) => {
    const record = centralRecord(CENTRAL_FORM);
    const witness = { text: heading, page: null, box: null, confidence: null, proof: [] };
    const evidence = { ...record.evidence };
    for (const at of [0, 1, 2]) evidence[`indicators[${at}].level1`] = witness;
    return { ...record, evidence };
  };
  it.each([
    ['产出指标（60分）', []],
    ['产出指标', []],
    ['产出指标（50分）', ['note indicators[0].weight']], // a note: the weights are proved by their sum
  ])('%s', (heading, findings) => {
    expect(foundBy('heading-weight', withHeading(heading))).toEqual(findings);
  });
});
