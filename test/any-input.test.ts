import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitize } from '../src/digitize/digitize.js';
import { Failure } from '../src/schema/failure.js';
import { SelfEvaluation } from '../src/schema/record.js';

/** Whatever is given, the answer is a record, a finding or a typed failure, in bounded time. */

const FORM = readFileSync(join(import.meta.dirname, '../fixtures/forms/30-undamaged.tab.md'));
const HTML = readFileSync(join(import.meta.dirname, '../fixtures/forms/32-row-cut.table.html'));
const MEGABYTE = 1024 ** 2;

/** The records, each held against the schema; or the failure's code. Anything else is thrown on. */
async function outcome(bytes: Uint8Array): Promise<number | string> {
  try {
    const { records } = await digitize({ bytes, name: 'any' });
    for (const record of records) SelfEvaluation.parse(record);
    return records.length;
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
}

describe('any input', () => {
  it('of random bytes', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4_000 }), async (bytes) => {
        expect(['number', 'string']).toContain(typeof (await outcome(bytes)));
      }),
      { numRuns: 200 },
    ));

  it.each([
    ['tab-separated', FORM],
    ['HTML', HTML],
  ])('cut anywhere, %s', async (_name, form) => {
    for (let length = 1; length < form.length; length += Math.ceil(form.length / 120)) {
      expect(['number', 'string']).toContain(typeof (await outcome(form.subarray(0, length))));
    }
  });

  it('with bytes of a form changed at random', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(FORM, HTML),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 60 }),
        async (form, changes) => {
          const bytes = Uint8Array.from(form);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          expect(['number', 'string']).toContain(typeof (await outcome(bytes)));
        },
      ),
      { numRuns: 150 },
    ));

  it('with pieces of forms put together at random', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(FORM, HTML), fc.nat(), fc.nat({ max: 900 })), { maxLength: 12 }),
        async (pieces) => {
          const bytes = Buffer.concat(
            pieces.map(([form, from, length]) => form.subarray(from % form.length, (from % form.length) + length)),
          );
          expect(['number', 'string']).toContain(typeof (await outcome(bytes)));
        },
      ),
      { numRuns: 150 },
    ));

  it('of 50 MB on one line', async () => {
    expect(await outcome(Buffer.alloc(50 * MEGABYTE, '项目名称 '))).toBe(0);
  });

  it('of a million rows', async () => {
    expect(await outcome(Buffer.from('产出指标\t数量指标\t1\n'.repeat(1_000_000)))).toBe(0);
  });

  it('of a form that never ends', async () => {
    const rows = '\t数量指标\t检查\t=1(次)\t1(次)\t1.00\t1.00\t\n'.repeat(200_000);
    const { records } = await digitize({
      bytes: Buffer.concat([FORM.subarray(0, 1_800), Buffer.from(`\n${rows}`)]),
      name: 'endless',
    });
    expect(records).toHaveLength(1);
    expect(records[0]?.findings.map(({ code }) => code)).toContain('form-cut');
  });

  it('of mismatched tags', async () => {
    const tags = '<table><tr><td>项目名称</tr></td><td rowspan=999999 colspan=-3>X</table></td><table><tr>'.repeat(
      5_000,
    );
    expect(typeof (await outcome(Buffer.from(tags)))).toBe('number');
  });
});
