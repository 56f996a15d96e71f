import pLimit from 'p-limit';
import type { Executor } from './executor.js';
import { perform } from './perform.js';
import { type Reader, READER } from './reader.js';

/**
 * Does one task at a time in this process: for debugging, for tests, and for library users who read what they trust. Here nothing
 * guards the process: no deadline, no limit of memory.
 */
export function openSerial(reader: Reader = READER): Executor {
  const limit = pLimit(1);
  return {
    width: 1,
    run: (task) => limit(() => perform(task, reader, () => undefined)),
    close: () => Promise.resolve(),
    kill: () => undefined,
  };
}
