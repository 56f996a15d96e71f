import type { Command } from 'commander';
import type { Language } from '../messages/language.js';
import type { ExitCode } from '../terminal/exit-code.js';
import type { Session } from '../terminal/surroundings.js';

/** One call of the program, as its commands need it. */
export interface Call {
  readonly session: Session;
  readonly language: Language;
  /** Is told the exit code; without it, it is 0. */
  readonly ended: (code: ExitCode) => void;
}

/** Adds a command with its options to the program. */
export type AddCommand = (program: Command, call: Call) => void;
