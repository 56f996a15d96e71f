/** A run whose only child never listens, to be killed: `tsx pool-parent.ts <document>`. Says the number of the child's own child. */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { childCommand } from '../../src/run/child-command.js';
import { openPool } from '../../src/run/pool.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';
import { DEFAULT_READING } from '../../src/schema/reading-options.js';

const path = process.argv[2] ?? '';
const command = childCommand(DEFAULT_LIMITS, new URL('./fault-child.js', import.meta.url));
void openPool({ jobs: 1, command }).run({
  type: 'read',
  path,
  name: path,
  sha256: '',
  limits: DEFAULT_LIMITS,
  reading: DEFAULT_READING,
  result: `${path}.result`,
  firstPages: { path: `${path}.pages`, isThere: false },
});
let pid = '';
while (pid === '') {
  await setTimeout(20);
  if (existsSync(path)) pid = readFileSync(path, 'utf8');
}
console.log(pid);
