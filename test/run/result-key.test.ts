import { describe, expect, it } from 'vitest';
import { givenUpKey, type ResultOptions, resultKey } from '../../src/run/result-key.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';
import { DEFAULT_READING } from '../../src/schema/reading-options.js';
import { sha256Of } from '../made/form.js';

const SHA256 = sha256Of('a.pdf');
const OPTIONS: ResultOptions = {
  version: '1',
  limits: DEFAULT_LIMITS,
  reading: DEFAULT_READING,
  readers: ['ppocr', 'tesseract'],
};

const OTHER: readonly [string, Partial<ResultOptions>][] = [
  ['version', { version: '2' }],
  ['limit', { limits: { ...DEFAULT_LIMITS, rowsPerForm: 9 } }],
  ['way of reading', { reading: { ocr: 'fast', dpi: null } }],
  ['resolution', { reading: { ocr: 'best', dpi: 300 } }],
  ['set of readers', { readers: ['tesseract'] }],
];

describe('the name of a result', () => {
  it.each(OTHER)('is another one for another %s', (_, options) => {
    for (const key of [resultKey, givenUpKey]) {
      expect(key(SHA256, { ...OPTIONS, ...options })).not.toBe(key(SHA256, OPTIONS));
    }
  });

  it('depends on what a document may cost only where the document was given up', () => {
    const dearer = { ...OPTIONS, limits: { ...DEFAULT_LIMITS, secondsPerDocument: 9 } };
    expect(resultKey(SHA256, dearer)).toBe(resultKey(SHA256, OPTIONS));
    expect(givenUpKey(SHA256, dearer)).not.toBe(givenUpKey(SHA256, OPTIONS));
  });
});
