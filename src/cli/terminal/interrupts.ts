import { EXIT } from './exit-code.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What to do when the user wants to stop: first in good order, then at once. */
export interface Interrupts {
  readonly first: () => void;
  readonly second: () => void;
}

/** Listens for interrupts; gives the function that ends that. The second interrupt ends the process with exit code 130. */
export function onInterrupts({ first, second }: Interrupts): () => void {
  let interrupted = false;
  const listener = () => {
    if (interrupted) {
      second();
      process.exit(EXIT.interrupted);
    }
    interrupted = true;
    first();
  };
  for (const signal of SIGNALS) process.on(signal, listener);
  return () => {
    for (const signal of SIGNALS) process.off(signal, listener);
  };
}
