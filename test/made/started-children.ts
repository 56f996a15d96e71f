import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** The child processes that are started from now on, until `stop` is called. */
export function startedChildren(): { readonly children: readonly ChildProcess[]; stop(): void } {
  const children: ChildProcess[] = [];
  const onChild = (message: unknown) => {
    children.push((message as { process: ChildProcess }).process);
  };
  subscribe('child_process', onChild);
  return {
    children,
    stop() {
      unsubscribe('child_process', onChild);
    },
  };
}

/** Resolves when the process has ended. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once('exit', resolve));
}
