import { setTimeout } from 'node:timers/promises';

/** True while there is a process with this number. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Resolves when the process has ended. */
export async function gone(pid: number): Promise<void> {
  while (isRunning(pid)) await setTimeout(20);
}
