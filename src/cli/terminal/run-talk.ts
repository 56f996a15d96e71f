import type { Progress } from '../../run/run.js';
import type { Tally } from '../../run/tally.js';
import type { InputReport } from '../../schema/manifest.js';
import type { ExitCode } from './exit-code.js';

/** How a run talks while it goes on: to a person (text-talk.ts) or to a program (json-log.ts). Always on standard error. */
export interface RunTalk {
  begin(inputs: number): void;
  /** Called often; says something now and then. */
  progress(progress: Progress): void;
  report(report: InputReport): void;
  interrupting(): void;
  end(tally: Tally, code: ExitCode): void;
}
