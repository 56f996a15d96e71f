import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** The built program at work. */
export interface Program {
  signal(signal: NodeJS.Signals): void;
  /** Resolves when it has said a line with these words on standard error; rejects where it ends without. */
  said(words: string): Promise<void>;
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** Starts the built program with a folder of its own for temporary files. */
export function startProgram(parameters: readonly string[], temporary: string): Program {
  const child = spawn(process.execPath, ['dist/cli/main.js', ...parameters], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines: string[] = [];
  const reading = createInterface(child.stderr);
  reading.on('line', (line) => lines.push(line));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stderr: lines.join('\n') }));
  return {
    signal: (signal) => child.kill(signal),
    async said(words) {
      const isSaid = () => lines.some((line) => line.includes(words));
      const end = ended.then(({ stderr }) => {
        if (!isSaid()) throw new Error(`It ended without saying ${words}: ${stderr}`);
      });
      while (!isSaid()) await Promise.race([once(reading, 'line'), end]);
    },
    ended,
  };
}

/** The numbers of the processes that have this folder for temporary files, where the system tells them. */
export function processesOf(temporary: string): string[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'latin1').includes(temporary);
    } catch {
      return false;
    }
  });
}
