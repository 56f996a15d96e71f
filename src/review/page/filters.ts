import type { FormSummary } from '../api.js';

/** What the overview shows; blank is all. */
export interface Filter {
  readonly search: string;
  readonly code: string;
  readonly severity: '' | 'error' | 'warning' | 'note';
  readonly unit: string;
  readonly year: string;
  readonly file: string;
  readonly state: string;
}

export const NO_FILTER: Filter = { search: '', code: '', severity: '', unit: '', year: '', file: '', state: '' };

/** Whoever has the most errors, then warnings, is looked at first; what is signed, last. */
const urgency = ({ state, errors, warnings }: FormSummary) =>
  state === 'signed' ? -1 : errors * MANY_WARNINGS + warnings;
const MANY_WARNINGS = 10_000;

/** The forms that a filter leaves, in the order of what most needs looking at. */
export function filtered(forms: readonly FormSummary[], filter: Filter): FormSummary[] {
  const search = filter.search.trim().toLowerCase();
  const counts = { error: 'errors', warning: 'warnings', note: 'notes' } as const;
  return forms
    .filter(
      (form) =>
        (search === '' || `${form.project ?? ''}\n${form.unit ?? ''}\n${form.file}`.toLowerCase().includes(search)) &&
        (filter.code === '' || (form.open[filter.code] ?? 0) > 0) &&
        (filter.severity === '' || form[counts[filter.severity]] > 0) &&
        (filter.unit === '' || form.unit === filter.unit) &&
        (filter.year === '' || String(form.year ?? '') === filter.year) &&
        (filter.file === '' || form.file === filter.file) &&
        (filter.state === '' || form.state === filter.state),
    )
    .sort((a, b) => urgency(b) - urgency(a));
}

/** What there is to choose from, the most frequent first. */
export function choices(forms: readonly FormSummary[], of: (form: FormSummary) => readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const form of forms) for (const value of of(form)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}
