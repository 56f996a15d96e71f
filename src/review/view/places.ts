import type { Evidence } from '../../schema/record.js';
import type { Field } from '../api.js';

/** Where a value stands on pages: each part of one that a page break cut. */
export function placesOf(evidence: Evidence | undefined): Field['places'] {
  if (evidence === undefined) return [];
  const parts = evidence.parts ?? [evidence];
  return parts.flatMap(({ page, box }) => (page === null || box === null ? [] : [{ page, box }]));
}
