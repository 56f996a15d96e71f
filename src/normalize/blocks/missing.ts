import type { Finding } from '../../schema/finding.js';

/** A field that the form does not print, or that was not found. */
export function missing(path: string, label: string, labelZh: string): Finding {
  return {
    code: 'field-missing',
    severity: 'warning',
    path,
    message: `The form states no ${label}, or it could not be found.`,
    messageZh: `表中没有${labelZh}，或未能识别。`,
  };
}
