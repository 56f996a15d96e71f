import type { Readable, Writable } from 'node:stream';
import pc from 'picocolors';
import type { Executor } from '../../run/executor.js';
import type { Limits } from '../../schema/limits.js';
import type { Messages } from '../messages/language.js';

/** A stream to talk to; a terminal says so. */
export type Talk = Writable & { readonly isTTY?: boolean };

/** What the command line needs of the world, so that a test can be the world. */
export interface Surroundings {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Talk;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** So many child processes that read documents; 0: this process reads them. */
  readonly openExecutor: (jobs: number, limits: Limits) => Promise<Executor>;
}

/** The surroundings with the words and colours that were chosen for this call. */
export interface Session extends Surroundings {
  readonly messages: Messages;
  readonly colours: ReturnType<typeof pc.createColors>;
}

/** Colours only on a terminal, and not where NO_COLOR is set (https://no-color.org). */
export function openSession(surroundings: Surroundings, messages: Messages): Session {
  const coloured = surroundings.stderr.isTTY === true && (surroundings.env['NO_COLOR'] ?? '') === '';
  return { ...surroundings, messages, colours: pc.createColors(coloured) };
}

/** A line for the user, on standard error. */
export function say({ stderr }: Pick<Session, 'stderr'>, line: string): void {
  stderr.write(`${line}\n`);
}
