import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { systemCode } from './output-error.js';

/** Tells this computer from others, in file names. */
export const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);

/** Whether a process with this number lives on this computer. Numbers come again: it may be another one than was meant. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}
