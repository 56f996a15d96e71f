/**
 * Measures what writing costs: `npx tsx scripts/measure-output.ts [forms]`. Results go to a temporary folder, which is removed.
 * Wait five minutes between two runs: ext4 does not use the inodes of removed files at once, and creating files is slow meanwhile.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolderOutput } from '../src/emit/output/folder-output.js';
import { OutputOptions } from '../src/emit/output/output.js';
import { emptyTally, tallyForm } from '../src/run/tally.js';
import { SelfEvaluation } from '../src/schema/record.js';
import { madeForm } from '../test/made/form.js';

const FORMS = Number(process.argv[2] ?? 24_000);
const form = madeForm(1);
const results = mkdtempSync(join(tmpdir(), 'measure-output-'));
console.log(
  `${FORMS} forms of ${JSON.stringify(form).length} characters, ${Object.keys(form.evidence).length} evidence entries`,
);
for (const options of [{ formats: ['jsonl'] }, { formats: ['json'] }, { formats: ['csv'] }, {}, { perProject: true }]) {
  await measure(JSON.stringify(options), OutputOptions.parse(options));
}
rmSync(results, { recursive: true, force: true });
const start = performance.now();
for (let index = 0; index < 1000; index++) SelfEvaluation.parse(form);
console.log(`checking a record against its schema: ${((performance.now() - start) / 1000).toFixed(3)} ms`);

async function measure(name: string, options: OutputOptions): Promise<void> {
  const folder = mkdtempSync(join(results, 'set-'));
  const tally = emptyTally();
  const cpu = process.cpuUsage();
  const begin = performance.now();
  const output = openFolderOutput(folder, options, { version: '0', options: {} });
  for (let index = 1; index <= FORMS; index++) {
    const next = { ...form, id: `${form.id.slice(0, 13)}${String(index).padStart(3, '0')}` };
    await output.write(next);
    tallyForm(tally, next);
  }
  const written = performance.now();
  await output.finish({ complete: true });
  const end = performance.now();
  const used = process.cpuUsage(cpu);
  console.log(
    `${name}: write ${((written - begin) / FORMS).toFixed(3)} ms/form, finish ${(end - written).toFixed(0)} ms, ` +
      `in all ${(FORMS / ((end - begin) / 1000)).toFixed(0)} forms/s, cpu ${(used.user / 1000 / FORMS).toFixed(3)} + ${(used.system / 1000 / FORMS).toFixed(3)} ms/form, ` +
      `memory ${(process.memoryUsage().rss / 1024 ** 2).toFixed(0)} MB`,
  );
}
