import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { residentMemory } from '../../src/run/resident-memory.js';

const MEGABYTE = 1024 ** 2;
const HELD = 150 * MEGABYTE;

/** Holds so much, says so, and waits. */
const HOLDER = `globalThis.held = Buffer.alloc(${HELD}, 1); console.log('held'); setInterval(() => {}, 1000)`;
/** Starts one that holds it, says when, and waits. */
const STARTER = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(HOLDER)}], { stdio: 'inherit' })`;

let child: ChildProcess | undefined;

async function started(program: string): Promise<number> {
  child = spawn(process.execPath, ['-e', program], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  if (child.stdout) await once(child.stdout, 'data');
  return child.pid ?? 0;
}

afterEach(() => {
  if (child?.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  child = undefined;
});

describe.skipIf(process.platform === 'win32')('what a process holds', () => {
  it('is its own memory', async () => {
    expect(await residentMemory(await started(HOLDER))).toBeGreaterThan(HELD);
  });

  it('is that of the processes that it started too', async () => {
    expect(await residentMemory(await started(STARTER))).toBeGreaterThan(HELD);
  });

  it('is nothing once it has ended', async () => {
    const pid = await started(HOLDER);
    process.kill(-pid, 'SIGKILL');
    if (child) await once(child, 'exit');
    child = undefined;
    expect(await residentMemory(pid)).toBe(0);
  });
});
