import type { Progress } from '../run/run.js';
import type { Session } from './surroundings.js';

/** Often enough to see that it moves. */
const REDRAW_MILLISECONDS = 100;

/** Goes to the line's start and clears it. */
const CLEAR = '\r\u001B[2K';

/** A line that says how far a run is: only on a terminal. */
export interface ProgressLine {
  update(progress: Progress): void;
  /** Takes the line away, so that other lines can be written. */
  clear(): void;
}

export function openProgressLine({ stderr, messages }: Session, quiet: boolean): ProgressLine {
  if (stderr.isTTY !== true || quiet) return { update: () => undefined, clear: () => undefined };
  const start = performance.now();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    update({ ended, inputs, forms }) {
      const now = performance.now();
      if (now - drawn < REDRAW_MILLISECONDS) return;
      drawn = now;
      const rate = Math.round(forms / Math.max((now - start) / 1000, REDRAW_MILLISECONDS / 1000));
      stderr.write(CLEAR + messages.progress(ended, inputs, forms, rate));
    },
    clear() {
      stderr.write(CLEAR);
    },
  };
}
