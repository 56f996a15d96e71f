/**
 * Mutates good texts, PDFs, office files and pictures from a seed, reads them with the built program, and says what became of them:
 * `npm run build && npx tsx scripts/fuzz.ts --mutants 2000 --seed 1`
 *
 * `--only KIND` mutates one kind alone: text, pdf, office, smallPicture or scan. They are read in slices, a run for each, the first with the seed itself, the next with the one after. `--log FILE` keeps a line of JSON
 * for each slice; the same command then goes on behind the last one. `--keep FOLDER` keeps mutants that something is wrong with.
 * Exit 1 where a run ended otherwise than it should, a document outlived its deadline or met a defect, an output breaks its schema, or a
 * temporary file was left behind.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { baseFiles, isKind } from './fuzz/mutants.js';
import { runSlice, type Slice } from './fuzz/run-slice.js';

const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    slice: { type: 'string', default: '500' },
    only: { type: 'string' },
    log: { type: 'string' },
    keep: { type: 'string' },
    program: { type: 'string', default: join(import.meta.dirname, '../dist/cli/main.js') },
  },
});
const { log, keep, program } = values;
const only = values.only !== undefined && isKind(values.only) ? values.only : undefined;
const [mutants, firstSeed, sliceSize] = [values.mutants, values.seed, values.slice].map(Number) as [
  number,
  number,
  number,
];

const slices = log !== undefined && existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : [];
const done = slices.map((line) => JSON.parse(line) as Slice);
const bases = await baseFiles();
for (let from = 0, seed = firstSeed; from < mutants; from += sliceSize, seed += 1) {
  if (done.some((slice) => slice.seed === seed)) continue;
  const slice = await runSlice({ seed, mutants: Math.min(sliceSize, mutants - from), bases, only, program, keep });
  if (log !== undefined) appendFileSync(log, `${JSON.stringify(slice)}\n`);
  done.push(slice);
}
report(done);

function report(all: readonly Slice[]): void {
  const sum = (of: (slice: Slice) => number) => all.reduce((total, slice) => total + of(slice), 0);
  const ends = new Map<string, number>();
  for (const slice of all)
    for (const [end, count] of Object.entries(slice.ends)) ends.set(end, (ends.get(end) ?? 0) + count);
  console.log(
    `${sum((slice) => slice.mutants)} mutants in ${all.length} runs, ${sum((slice) => slice.records)} records, ${sum((slice) => slice.seconds)} seconds`,
  );
  for (const [end, count] of [...ends].sort(([, a], [, b]) => b - a))
    console.log(`${String(count).padStart(6)}  ${end}`);
  const kinds = ['crashes', 'hangs', 'breaks', 'defects', 'left'] as const;
  for (const slice of all)
    for (const kind of kinds) for (const what of slice[kind]) console.log(`seed ${slice.seed}, ${kind}: ${what}`);
  const [crashes, hangs, breaks, defects, left] = kinds.map((kind) => sum((slice) => slice[kind].length));
  console.log(
    `crashes of the parent ${crashes}, hangs ${hangs}, outputs that break the schema ${breaks}, defects ${defects}, temporary files left ${left}`,
  );
  if (kinds.some((kind) => sum((slice) => slice[kind].length) > 0)) process.exitCode = 1;
}
