import { join } from 'node:path';
import { expect, it } from 'vitest';
import { outputOf, runAndKill, type Victim } from '../../scripts/kill/run-and-kill.js';
import { writeSmallInputs } from '../../scripts/kill/small-inputs.js';
import { madeFolder } from '../made/folder.js';

const COMMAND = [process.execPath, 'dist/cli/main.js', 'extract', '--quiet'];
const FILES = 40;
const NEVER = 2 ** 31 - 1;

/** A few kills, each a little later than the one before. A document whose children die a third time would be given up. */
function twice(): () => number {
  const moments = [300, 900];
  return () => moments.shift() ?? NEVER;
}

it.each(['parent', 'child'] as const)(
  'a run that is cut short by killing its %s ends with the same bytes as one that never was',
  async (victim: Victim) => {
    const folder = madeFolder();
    writeSmallInputs(join(folder, 'in'), FILES, FILES);
    const command = [...COMMAND, join(folder, 'in')];
    await runAndKill(join(folder, 'whole'), { command, victim, moment: () => NEVER });
    const kills = await runAndKill(join(folder, 'killed'), { command, victim, moment: twice() });
    expect(outputOf(join(folder, 'killed'))).toEqual(outputOf(join(folder, 'whole')));
    expect(kills).toBeGreaterThan(0);
  },
);
