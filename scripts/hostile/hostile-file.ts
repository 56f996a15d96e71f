import type { Outcome } from './outcome.js';

/** A file that is made to harm whoever reads it, or that is no such file at all. */
export interface HostileFile {
  /** The file's name, with its ending. */
  readonly name: string;
  readonly what: string;
  readonly outcome: Outcome;
  /** The same bytes every time. */
  make(): Uint8Array | Promise<Uint8Array>;
  /** Ends by a deadline, which takes as long as that: too long for a test. */
  readonly isSlow?: true;
}
