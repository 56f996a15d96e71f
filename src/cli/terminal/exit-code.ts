import type { Tally } from '../../run/tally.js';

/** What the process ends with; a script can tell the cases apart. */
export const EXIT = { ok: 0, someFailed: 1, wrongUse: 2, nothing: 3, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export function exitCodeOf(tally: Tally): ExitCode {
  if (tally.interrupted) return EXIT.interrupted;
  if (tally.forms + tally.related === 0) return EXIT.nothing;
  return tally.inputs.failed > 0 ? EXIT.someFailed : EXIT.ok;
}
