import { describe, expect, it } from 'vitest';
import { distanceOf, type FieldResult, isFlagged, pairForms, scoreForm } from '../scripts/scoring.js';
import { childCommand } from '../src/run/child-command.js';
import { openPool } from '../src/run/pool.js';
import { run } from '../src/run/run.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';
import { DEFAULT_READING } from '../src/schema/reading-options.js';
import type { SelfEvaluation } from '../src/schema/record.js';
import { fixturePath, readForms, truthsOf } from './made/expected-forms.js';

/** At most: the part of the characters that is wrong, of the right fields that are flagged; one of them is none too many. */
const BOUNDS = {
  clean: { characters: 0.002, flagged: 0.01 },
  worn: { characters: 0.005, flagged: 0.03 },
  faint: { characters: 0.015, flagged: 0.08 },
} as const;

/** The others are scored by `scripts/score-scans.ts`. */
const SCANS = [
  ['02-central-costs.200-searchable.pdf', 'worn'],
  ['03-shanghai.200-jpeg60.pdf', 'worn'],
  ['06-hubei.150-low-contrast.pdf', 'faint'],
  ['07-weight-first.200-turned-270.pdf', 'worn'],
  ['09-yuan.300-tiff.tif', 'clean'],
  ['18-odd-signs.200-jpeg.jpg', 'worn'],
] as const;

/** A document is read once in this process, and kept for the comparison with what others read. */
const read = new Map<string, Promise<SelfEvaluation[]>>();
function recordsOf(file: string): Promise<SelfEvaluation[]> {
  const reading = read.get(file) ?? readForms(`scan/${file}`);
  read.set(file, reading);
  return reading;
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const lineOf = ({ path, want, got }: FieldResult) =>
  `${path}: want ${JSON.stringify(want)}, got ${JSON.stringify(got)}`;

describe('a scan', () => {
  it.each(SCANS)(
    '%s: every number right or flagged, and text as good as %s print allows',
    { timeout: 60_000 },
    async (file, kind) => {
      const records = await recordsOf(file);
      const pairs = pairForms(records, truthsOf(file));
      expect(records.map(({ indicators }) => indicators.length)).toEqual(
        pairs.map(([truth]) => truth.indicators.length),
      );
      const fields = pairs.flatMap(([truth, record]) =>
        scoreForm(record, truth).map((field) => ({
          ...field,
          isFlagged: isFlagged(record?.findings ?? [], field.path),
        })),
      );
      expect(fields.filter(({ isNumber, silent }) => isNumber && silent).map(lineOf)).toEqual([]);
      const texts = fields.filter(({ isNumber }) => !isNumber);
      const distances = texts.map(({ want, got, right }) => distanceOf(want, right ? want : got));
      const wrong = total(distances.map(({ distance }) => distance));
      const characters = total(distances.map(({ length }) => length));
      const right = fields.filter((field) => field.right);
      const flagged = right.filter((field) => field.isFlagged).map(lineOf);
      expect(
        wrong,
        texts
          .filter((field) => !field.right)
          .map(lineOf)
          .join('\n'),
      ).toBeLessThanOrEqual(Math.max(1, BOUNDS[kind].characters * characters));
      expect(flagged.length, flagged.join('\n')).toBeLessThanOrEqual(Math.max(1, BOUNDS[kind].flagged * right.length));
    },
  );

  it('is read the same by other processes, side by side', { timeout: 60_000 }, async () => {
    const files = ['02-central-costs.200-searchable.pdf', '09-yuan.300-tiff.tif'];
    const records: SelfEvaluation[] = [];
    const executor = openPool({ jobs: 2, command: childCommand(DEFAULT_LIMITS) });
    await run(
      files.map((file) => ({ path: fixturePath(`scan/${file}`), named: true })),
      {
        executor,
        limits: DEFAULT_LIMITS,
        reading: DEFAULT_READING,
        stdin: (async function* () {})(),
        output: {
          write(record) {
            records.push(record);
            return Promise.resolve();
          },
          report: () => Promise.resolve(),
          finish: () => Promise.resolve(),
          discard: () => undefined,
        },
      },
    );
    await executor.close();
    expect(records).toEqual((await Promise.all(files.map(recordsOf))).flat());
  });
});
