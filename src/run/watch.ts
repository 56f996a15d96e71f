import type { Failure } from '../schema/failure.js';
import type { DocumentTime } from './document-time.js';
import { noProgress, outOfMemory, tookTooLong } from './given-up.js';
import { residentMemory } from './resident-memory.js';
import type { Task } from './task.js';

/** A document can take a gigabyte in a second or two. */
const LOOK_MILLISECONDS = 200;
const SECOND = 1_000;
const MEGABYTE = 1024 ** 2;

/** A watch over a task that a child does. */
export interface Watch {
  /** The limit that the task has gone past, if it has. */
  readonly failure: Failure | null;
  /** The task has got on. */
  progress(): void;
  stop(): void;
}

/** Begins to watch a process's memory, and the time of its task and of the document, against the limits; `onPast` is told once when it goes past one. */
export function watchOver(
  pid: number,
  { name, limits }: Task,
  time: DocumentTime,
  onPast: (failure: Failure) => void,
): Watch {
  let progressed = performance.now();
  let failure: Failure | null = null;
  let state: 'waiting' | 'looking' | 'stopped' = 'waiting';
  const past = (resident: number): Failure | null => {
    if (resident > limits.residentMegabytes * MEGABYTE) return outOfMemory(name, limits.residentMegabytes);
    if (performance.now() - progressed > limits.secondsWithoutProgress * SECOND)
      return noProgress(name, limits.secondsWithoutProgress);
    return time.seconds > limits.secondsPerDocument ? tookTooLong(name, limits.secondsPerDocument) : null;
  };
  const look = async () => {
    if (state !== 'waiting') return;
    state = 'looking';
    const resident = await residentMemory(pid);
    if (isStopped()) return;
    state = 'waiting';
    failure = past(resident);
    if (failure === null) return;
    stop();
    onPast(failure);
  };
  const isStopped = () => state === 'stopped';
  const timer = setInterval(() => void look(), LOOK_MILLISECONDS);
  const stop = () => {
    state = 'stopped';
    clearInterval(timer);
  };
  return {
    get failure() {
      return failure;
    },
    progress() {
      progressed = performance.now();
    },
    stop,
  };
}
