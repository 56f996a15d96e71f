import type { DocumentTime } from './document-time.js';
import type { Task, TaskResults } from './task.js';

/**
 * Does tasks: in this process (serial.ts) or in child processes (pool.ts). The results are the same bytes whichever does them, and
 * however many there are.
 */
export interface Executor {
  /** So many documents are worth beginning at once. Tasks for which there is no room wait for their turn. */
  readonly width: number;
  /**
   * `time`: that of the document in all, where it has more than this one task.
   *
   * @throws Failure what ended the document
   * @throws OutputError where the result can't be written: that ends the run
   */
  run<T extends Task>(task: T, time?: DocumentTime): Promise<TaskResults[T['type']]>;
  /** Ends what waits for tasks. Call it when none runs. */
  close(): Promise<void>;
  /** Ends everything at once, also what runs. */
  kill(): void;
}
