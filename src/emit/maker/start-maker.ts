import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { OutputError } from '../files/output-error.js';
import type { MakerTask } from './task.js';

/** A workbook of the most rows took 730 MB in all; what takes more than this of heap is a defect, and ends. Megabytes. */
const HEAP_MEGABYTES = 900;

const Failed = z.object({ code: z.string(), message: z.string() });

/** A child process that makes a file. */
export interface Maker {
  /** Resolves when the file is whole and on the disk. Throws an `OutputError`. */
  readonly done: Promise<void>;
  kill(): void;
}

/** Makes a file in a process of its own: what it takes of memory is free again afterwards, and this process stays responsive. */
export function startMaker(task: MakerTask): Maker {
  const isSource = import.meta.url.endsWith('.ts');
  const program = fileURLToPath(new URL(`./maker-child.${isSource ? 'ts' : 'js'}`, import.meta.url));
  const loader = isSource ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];
  const child = spawn(
    process.execPath,
    [...loader, `--max-old-space-size=${HEAP_MEGABYTES}`, program, String(process.pid)],
    { detached: true, stdio: ['pipe', 'ignore', 'pipe'] },
  );
  child.stdin.on('error', () => undefined); // its end says it
  child.stdin.end(JSON.stringify(task));
  const said = text(child.stderr);
  const ended = (once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>).then(
    async ([code, signal]) => {
      if (code !== 0) throw new OutputError(task.to, failureOf(await said, signal));
    },
  );
  ended.catch(() => undefined); // whoever waits hears of it
  return {
    done: ended,
    kill: () => child.kill('SIGKILL'),
  };
}

function failureOf(said: string, signal: NodeJS.Signals | null): Error {
  try {
    const { code, message } = Failed.parse(JSON.parse(said));
    return Object.assign(new Error(message), { code });
  } catch {
    return new Error(`the process that makes the file ended (${signal ?? said.slice(-500)})`);
  }
}
