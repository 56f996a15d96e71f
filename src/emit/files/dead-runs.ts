import { readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { finishCommit } from './commit.js';
import { HOST, isRunning } from './running.js';

/** A staging folder of another computer is dead after this long: nobody here can ask whether its process still runs. */
const FOREIGN_MILLISECONDS = 24 * 60 * 60 * 1000;

const STAGING_NAME = /^\.zipingbiao-(?<host>[0-9a-f]{6})-(?<pid>\d+)-[^.]+$/;

/** The staging folders that this process uses itself. */
const ours = new Set<string>();

/** Keeps {@link settleDeadRuns} of this process from a staging folder; gives the function that ends that. */
export function claimStaging(staging: string): () => void {
  ours.add(resolve(staging));
  return () => ours.delete(resolve(staging));
}

/** What a staging folder's name begins with: says on which computer and by which process it is used. */
export function stagingPrefix(pid: number): string {
  return `.zipingbiao-${HOST}-${pid}-`;
}

/** Finishes the runs that were killed while they put their files in place, and removes what other dead runs left. */
export function settleDeadRuns(output: string): void {
  for (const name of readdirSync(output)) {
    const { host, pid } = STAGING_NAME.exec(name)?.groups ?? {};
    if (host === undefined || pid === undefined) continue;
    const staging = join(output, name);
    if (host !== HOST) {
      if (Date.now() - statSync(staging).mtimeMs < FOREIGN_MILLISECONDS) continue;
    } else if (runs(Number(pid), staging) || finishCommit(output, staging)) {
      continue;
    }
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Whether the staging folder's process lives. Numbers come again: what bears this process's own may be a dead one's. */
function runs(pid: number, staging: string): boolean {
  return pid === process.pid ? ours.has(resolve(staging)) : isRunning(pid);
}
