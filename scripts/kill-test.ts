/**
 * Kills runs with SIGKILL at random moments, resumes each until it ends, and compares what it gives, byte for byte, with an
 * uninterrupted run. After `npm run build`:
 * `npx tsx scripts/kill-test.ts [--kills 100] [--files 200] [--victim parent|child] [--seed 1]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { join } from 'node:path';
import { randomFrom } from './damage/random.js';
import { outputOf, runAndKill, type Victim } from './kill/run-and-kill.js';
import { writeSmallInputs } from './kill/small-inputs.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    files: { type: 'string', default: '200' },
    victim: { type: 'string', default: 'parent' },
    seed: { type: 'string', default: '1' },
  },
});

const TEXTS_FOR_A_PDF = 10;
const NEVER = 2 ** 31 - 1;
const folder = mkdtempSync(join(tmpdir(), 'zipingbiao-kill-'));
const inputs = join(folder, 'in');
const command = [process.execPath, join(import.meta.dirname, '../dist/cli/main.js'), 'extract', inputs];
const random = randomFrom(Number(values.seed));

try {
  writeSmallInputs(inputs, Number(values.files), TEXTS_FOR_A_PDF);
  const start = performance.now();
  await runAndKill(join(folder, 'whole'), { command, victim: 'parent', moment: () => NEVER });
  const milliseconds = Math.ceil(performance.now() - start);
  const moment = () => random.int(milliseconds);
  const expected = outputOf(join(folder, 'whole'));
  let [kills, runs, different] = [0, 0, 0];
  while (kills < Number(values.kills)) {
    const output = join(folder, 'killed');
    kills += await runAndKill(output, { command, victim: values.victim as Victim, moment });
    runs += 1;
    if (!isDeepStrictEqual(outputOf(output), expected)) different += 1;
    rmSync(output, { recursive: true });
  }
  console.log(
    `${kills} kills (${values.victim}) in ${runs} runs over ${values.files} files; runs whose output differs: ${different}`,
  );
  process.exitCode = different === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
