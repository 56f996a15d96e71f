import { describe, expect, it } from 'vitest';
import { bestFirst } from '../../../../src/extract/scan/recognise/best-reading.js';
import { sayingLine } from '../../../made/said-lines.js';

const reading = (by: string, text: string, confidence: number) => ({ by, text, confidence });

/** A strip with so many pixels of ink. */
const inked = (pixels: number) => sayingLine('x'.repeat(pixels));

describe('the best of several readings', () => {
  it('is what two readers agree on, then what was read most often, then what the first is surest of', () => {
    const best = (...readings: ReturnType<typeof reading>[]) => bestFirst(readings, inked(200))[0]?.text;
    expect(best(reading('a', '10', 0.99), reading('b', '16', 0.5), reading('a', '16', 0.4))).toBe('16');
    expect(best(reading('a', '10', 0.5), reading('b', '16', 0.9), reading('a', '10', 0.4))).toBe('10');
    expect(best(reading('a', '10', 0.4), reading('b', '16', 0.9))).toBe('10');
  });

  it('is what one look shows where two readers saw nothing: of a speck only where its reader is sure', () => {
    const best = (pixels: number, confidence: number) =>
      bestFirst([reading('a', '', 0), reading('b', '', 0), reading('a', '%', confidence)], inked(pixels))[0]?.text;
    expect([best(60, 0.95), best(60, 0.5)]).toEqual(['%', '']);
    expect([best(120, 0.5), best(120, 0.1)]).toEqual(['%', '']);
  });
});
