import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const LOOK_MILLISECONDS = 10;

/** How a run is cut short: the program itself killed, or one of the processes that read for it, again and again. */
export type Victim = 'parent' | 'child';

export interface KillTest {
  /** The program with its arguments, without the output folder. */
  readonly command: readonly string[];
  readonly victim: Victim;
  /** So many milliseconds after its start, or after the last kill, there is a kill if the run has not ended; another moment at each call. */
  readonly moment: () => number;
}

/** Runs the command into a folder until it ends by itself; gives how often it, or a child of it, was killed on the way. */
export async function runAndKill(folder: string, { command, victim, moment }: KillTest): Promise<number> {
  const [program, parameters] = [command[0] ?? '', [...command.slice(1), '--output', folder]];
  let kills = 0;
  for (;;) {
    const run = spawn(program, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    run.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
    const ended = once(run, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    const hasEnded = ended.then(() => true);
    while (!(await Promise.race([hasEnded, setTimeout(moment(), false, { ref: false })]))) {
      const pid = victim === 'parent' ? run.pid : await childOf(run);
      if (pid !== undefined && kill(pid)) kills += 1;
    }
    const [code, signal] = await ended;
    if (signal === null && code !== 0) throw new Error(`The run ended with ${String(code)}: ${said}`);
    if (signal === null) return kills;
  }
}

/** False where it had ended in this very moment. */
function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

/** A process that reads for the run, as soon as there is one; none where the run ends before. */
async function childOf(run: ChildProcess): Promise<number | undefined> {
  const children = `/proc/${String(run.pid)}/task/${String(run.pid)}/children`;
  while (run.exitCode === null && existsSync(children)) {
    const [child] = readFileSync(children, 'latin1').split(' ').filter(Boolean);
    if (child !== undefined) return Number(child);
    await setTimeout(LOOK_MILLISECONDS);
  }
  return undefined;
}

/** What a run has put into a folder, by name; times are measured, and the work folder is the run's own. */
export function outputOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((file) => !file.startsWith('.zipingbiao/'));
  return new Map(
    files.sort().map((file) => [file, readFileSync(join(folder, file), 'utf8').replace(/"milliseconds":\d+/g, '')]),
  );
}
