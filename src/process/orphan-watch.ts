import { Worker } from 'node:worker_threads';

/** How long a child may outlive its parent. */
const LOOK_MILLISECONDS = 500;

/**
 * Runs in a thread of its own, for a document may keep the main one busy for ever. The child leads its process group, so that its
 * own children end with it.
 */
const WATCH = `
  const { workerData: { parent, every } } = require('node:worker_threads');
  setInterval(() => {
    if (process.ppid === parent) return;
    try { process.kill(-process.pid, 'SIGKILL'); } catch {}
    process.kill(process.pid, 'SIGKILL');
  }, every);
`;

/** Ends this process and its group soon after its parent has died: nobody else would. */
export function endWithParent(parent: number): void {
  new Worker(WATCH, { eval: true, workerData: { parent, every: LOOK_MILLISECONDS } }).unref();
}
