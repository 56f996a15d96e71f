import { realpathSync } from 'node:fs';
import type { Session } from './surroundings.js';
import { UsageError } from './usage-error.js';

/** Throws a `UsageError` where the output would replace the input. */
export function assertNotTheInput(input: string, output: string, { messages }: Session): void {
  if (realPathOf(input) === realPathOf(output)) throw new UsageError(messages.usage.outputIsInput(output));
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
