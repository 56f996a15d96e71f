import {
  constants,
  copyFileSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { z } from 'zod';
import { systemCode, writing } from '../emit/files/output-error.js';
import { isRunning } from '../emit/files/running.js';

/** A lock says so often that its run lives: the only sign that another computer can see. */
const BEAT_MILLISECONDS = 15_000;
/** A run of another computer that gave no sign for so long is dead. */
const SILENT_MILLISECONDS = 10 * BEAT_MILLISECONDS;

const Holder = z.object({ pid: z.int(), host: z.string(), started: z.string(), token: z.string() });
type Holder = z.infer<typeof Holder>;

/** Another run uses the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';

  constructor(
    readonly folder: string,
    readonly pid: number,
    readonly host: string,
  ) {
    super(`${folder} is used by another run (process ${pid} on ${host})`);
  }
}

/** The locks that this process holds: its number alone tells nothing, for numbers come again. */
const ours = new Set<string>();

/**
 * Takes the lock of a folder, also where the run that held it is dead; gives the function that lets it go.
 *
 * @throws FolderInUse, OutputError
 */
export function takeLock(folder: string, path: string): () => void {
  const holder: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid), token: token() };
  const text = JSON.stringify(holder);
  for (let isHeld = false; !isHeld;) {
    isHeld = create(path, text);
    if (!isHeld) giveWay(folder, path);
  }
  ours.add(holder.token);
  const beat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(path, now, now);
    } catch {
      // A lock that was taken away by hand is missed by nobody.
    }
  }, BEAT_MILLISECONDS).unref();
  return () => {
    clearInterval(beat);
    ours.delete(holder.token);
    if (holderOf(path)?.token === holder.token) rmSync(path, { force: true });
  };
}

const token = () => randomBytes(8).toString('hex');

/** False where there is a lock already. It appears with all that is in it, except on file systems that know no links. */
function create(path: string, text: string): boolean {
  const whole = `${path}.${token()}`;
  return writing(path, () => {
    writeFileSync(whole, text, { flag: 'wx' });
    try {
      return isNew(() => {
        linkSync(whole, path);
      });
    } catch {
      return isNew(() => {
        copyFileSync(whole, path, constants.COPYFILE_EXCL);
      });
    } finally {
      rmSync(whole, { force: true });
    }
  });
}

function isNew(make: () => void): boolean {
  try {
    make();
    return true;
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    return false;
  }
}

/** Takes away a dead run's lock. Moved first and then looked at: of two runs that find it dead, one gets it. */
function giveWay(folder: string, path: string): void {
  const holder = holderOf(path);
  if (holder !== null && lives(holder, path)) throw new FolderInUse(folder, holder.pid, holder.host);
  const aside = `${path}.${token()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = holderOf(aside);
  if (moved !== null && moved.token !== holder?.token)
    renameSync(aside, path); // another run was quicker: its lock goes back
  else rmSync(aside, { force: true });
}

function lives({ pid, host, started, token }: Holder, path: string): boolean {
  if (host !== hostname()) {
    const status = statSync(path, { throwIfNoEntry: false });
    return status !== undefined && Date.now() - status.mtimeMs < SILENT_MILLISECONDS;
  }
  if (pid === process.pid) return ours.has(token);
  return isRunning(pid) && startOf(pid) === started;
}

/** Null where there is no lock, or nothing in it that says whose it is. */
function holderOf(path: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** When a process was started, as Linux counts it, so that a number that came again is told apart; elsewhere always the same. */
function startOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
