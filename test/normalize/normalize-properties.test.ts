import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/record/check.js';
import { numberLeaves } from '../../src/check/leaves.js';
import { numberOf } from '../../src/normalize/text/number.js';
import { SelfEvaluation } from '../../src/schema/record.js';
import type { Sheet } from '../../src/schema/sheet.js';
import { anySheets } from '../made/any-sheets.js';
import { normalized } from '../made/normalized.js';

/** A document as small as these is read in well under a millisecond a cell; far beyond that something grows without bound. */
const MILLISECONDS_A_DOCUMENT = 2_000;

async function recordsOf(sheets: readonly Sheet[]): Promise<SelfEvaluation[]> {
  return (await normalized(sheets)).flatMap((form) => (form.type === 'form' ? [check(form.record)] : []));
}

/** The field that a path names: `indicators[3].score`. Undefined where there is none. */
function fieldAt(record: SelfEvaluation, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? (Object.entries(value).find(([name]) => name === key) ?? [])[1]
          : undefined,
      record,
    );
}

describe('any sheets at all', () => {
  it('give records that the schema holds, in bounded time', async () => {
    await fc.assert(
      fc.asyncProperty(anySheets, async (sheets) => {
        const start = performance.now();
        for (const record of await recordsOf(sheets)) expect(SelfEvaluation.parse(record)).toEqual(record);
        expect(performance.now() - start).toBeLessThan(MILLISECONDS_A_DOCUMENT);
      }),
      { numRuns: 2_000 },
    );
  });

  it('give findings, repairs and evidence whose paths name a field of the record', async () => {
    await fc.assert(
      fc.asyncProperty(anySheets, async (sheets) => {
        for (const record of await recordsOf(sheets)) {
          const paths = [...record.findings, ...record.repairs].map(({ path }) => path);
          const unknown = [...paths, ...Object.keys(record.evidence)].filter(
            (path) => fieldAt(record, path) === undefined,
          );
          expect(unknown).toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('are read the same way again: the forms are numbered from 1, and their ids are their own', async () => {
    await fc.assert(
      fc.asyncProperty(anySheets, async (sheets) => {
        const records = await recordsOf(sheets);
        expect(await recordsOf(sheets)).toEqual(records);
        expect(records.map(({ source }) => source.ordinal)).toEqual(records.map((_, index) => index + 1));
        expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
      }),
      { numRuns: 300 },
    );
  });

  it('give numbers that stand in what was read at their place', async () => {
    await fc.assert(
      fc.asyncProperty(anySheets, async (sheets) => {
        for (const record of await recordsOf(sheets)) {
          const invented = numberLeaves(record).filter(
            ({ path, value }) => value !== null && !states(record.evidence[path]?.text ?? '', value),
          );
          expect(invented).toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

/** A number cell, or a heading with the number in its brackets. */
function states(text: string, value: number): boolean {
  const read = numberOf(text);
  return read.kind === 'number' ? read.value === value : text.includes(String(value));
}
