import pLimit from 'p-limit';
import { Failure } from '../schema/failure.js';
import { type Child, ChildDied, startChild } from './child-process.js';
import { DocumentTime } from './document-time.js';
import type { Executor } from './executor.js';
import { crashed, outOfMemory } from './given-up.js';
import type { Task, TaskResults } from './task.js';

/** A child that ends for no reason of the document's (killed by hand, or by a system short of memory) gets its document again. */
const TRIES = 3;
/**
 * Libraries keep caches. A new child costs two seconds until its code is compiled: with a tenth of these tasks that was a
 * quarter of what small documents cost.
 */
const TASKS_PER_CHILD = 5_000;
/** What a child holds after a document is counted against the next one: with more than this part of the limit it is replaced. */
const HELD_PART = 1 / 4;
/** While the next task of a document is being made, its child does one of another. */
const BEGUN_AHEAD = 2;
const MEGABYTE = 1024 ** 2;

/** All children were ended: it says nothing about the document that one of them was reading. */
class PoolEnded extends Error {
  override readonly name = 'PoolEnded';

  constructor() {
    super('the pool of processes has been ended');
  }
}

export interface PoolOptions {
  /** Children at once. */
  readonly jobs: number;
  /** The program that serves as a child, with its arguments. */
  readonly command: readonly string[];
}

/**
 * Does tasks in child processes, so that no document can take more than its own: neither this process nor other documents. A document
 * that goes past a limit, or whose child ends by itself each time, ends with a `Failure`; the next one gets a fresh child.
 */
export function openPool({ jobs, command }: PoolOptions): Executor {
  const limit = pLimit(jobs);
  const all = new Set<Child>();
  const idle: Child[] = [];
  const ending = new AbortController();
  const isEnding = () => ending.signal.aborted;
  /** No child is started any more: a task whose child is ended does not get another one. */
  const end = () => {
    ending.abort();
    limit.clearQueue();
  };
  const kill = () => {
    end();
    for (const child of all) child.kill();
  };
  process.on('exit', kill);
  const take = () => {
    const waiting = idle.pop();
    if (waiting !== undefined) return waiting;
    const child = startChild(command);
    all.add(child);
    return child;
  };
  const giveBack = (child: Child, { residentMegabytes }: Task['limits']) => {
    const isUsedUp = child.begun >= TASKS_PER_CHILD || child.residentBytes > residentMegabytes * MEGABYTE * HELD_PART;
    if (child.isAlive && !isUsedUp) idle.push(child);
    else void child.close().finally(() => all.delete(child));
  };
  const run = async <T extends Task>(task: T, time: DocumentTime): Promise<TaskResults[T['type']]> => {
    for (let tries = 1; ; tries += 1) {
      if (isEnding()) throw new PoolEnded();
      const child = take();
      const isFresh = child.begun === 0;
      try {
        return await child.run(task, time);
      } catch (error) {
        if (isEnding()) throw new PoolEnded();
        if (tries === TRIES || !isWorthAnotherTry(error, isFresh)) throw failureOf(error, task);
      } finally {
        giveBack(child, task.limits);
      }
    }
  };
  return {
    width: jobs + BEGUN_AHEAD,
    run: (task, time = new DocumentTime()) => limit(() => time.during(() => run(task, time))),
    async close() {
      end();
      await Promise.all([...all].map((child) => child.close()));
      process.off('exit', kill);
    },
    kill() {
      kill();
      process.off('exit', kill);
    },
  };
}

/** Whether the document may have had no part in it. Memory that was taken in a fresh child was taken for this document. */
function isWorthAnotherTry(error: unknown, isFresh: boolean): boolean {
  if (error instanceof ChildDied) return !(isFresh && error.isOutOfMemory);
  return error instanceof Failure && error.code === 'out-of-memory' && !isFresh;
}

function failureOf(error: unknown, { name, limits }: Task): unknown {
  if (!(error instanceof ChildDied)) return error;
  return error.isOutOfMemory ? outOfMemory(name, limits.residentMegabytes) : crashed(name, error.how);
}
