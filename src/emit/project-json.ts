import type { SelfEvaluation } from '../schema/record.js';

/** A record as a file of its own: two blanks a level, a line feed at the end. */
export function projectJson(form: SelfEvaluation): string {
  return `${JSON.stringify(form, null, 2)}\n`;
}
