import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Megabytes. Smaller remains are left to the collector: a collection takes some 50 ms. */
const WORTH_COLLECTING_MB = 32;
const MEGABYTE = 1024 ** 2;

// Node hands out its collector on demand only; the flag has to be set before the function is taken.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/**
 * Frees the bytes of documents that were read. They lie outside the heap, where V8 counts them too little: left to itself it keeps
 * those of several tasks at a time.
 */
export function freeBuffers(): void {
  if (process.memoryUsage().arrayBuffers > WORTH_COLLECTING_MB * MEGABYTE) collect();
}
