import { appendFileSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { appendDecisions, DECISIONS, readDecisions } from '../../src/decide/decision-file.js';
import type { Decision } from '../../src/schema/decision.js';

const decision = (number: number): Decision => ({
  id: number.toString(16).padStart(16, '0'),
  at: '2026-11-01T08:00:00.000Z',
  by: '张三',
  record: '0123456789ab-001',
  file: 'a.pdf',
  sourceSha256: 'a'.repeat(64),
  path: 'totalScore',
  before: 99,
  action: 'confirm',
  after: null,
  note: '',
  settles: [],
});

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'decisions-'));
  file = join(folder, DECISIONS);
});

describe('the file of decisions', () => {
  it('is nothing where nobody decided', async () => {
    expect(await readDecisions(folder)).toEqual({ decisions: [], unreadable: [] });
  });

  it('only grows, and gives back what was put in', async () => {
    appendDecisions(folder, [decision(1)]);
    const before = readFileSync(file, 'utf8');
    appendDecisions(folder, [decision(2), decision(3)]);
    expect(readFileSync(file, 'utf8').startsWith(before)).toBe(true);
    expect(await readDecisions(folder)).toEqual({ decisions: [1, 2, 3].map(decision), unreadable: [] });
  });

  it('loses at the most the line in which the program was killed', async () => {
    appendDecisions(folder, [decision(1), decision(2)]);
    truncateSync(file, readFileSync(file).length - 40);
    appendDecisions(folder, [decision(3)]);
    expect(await readDecisions(folder)).toEqual({ decisions: [decision(1), decision(3)], unreadable: [2] });
  });

  it('passes over a line of 50 MB and names it', async () => {
    appendDecisions(folder, [decision(1)]);
    appendFileSync(file, `{"by":"${'x'.repeat(50 * 1024 ** 2)}"}\n`);
    appendDecisions(folder, [decision(2)]);
    expect(await readDecisions(folder)).toEqual({ decisions: [decision(1), decision(2)], unreadable: [2] });
  });

  it('never throws on what stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        writeFileSync(file, bytes);
        const { decisions } = await readDecisions(folder);
        expect(decisions).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
