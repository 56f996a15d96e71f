import type { RelatedForm } from '../schema/related/related-form.js';
import type { SelfEvaluation } from '../schema/record.js';

/** A record as one line, with its line feed. JSON escapes every line break inside. */
export function jsonLine(form: SelfEvaluation | RelatedForm): string {
  return `${JSON.stringify(form)}\n`;
}
