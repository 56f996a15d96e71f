import type { Row } from './rows.js';

/** The pages that the form's cells stand on; null for a text. */
export function pagesOf(rows: readonly Row[]): number[] | null {
  const pages = new Set<number>();
  for (const row of rows) for (const { cell } of row.cells) if (cell.page !== null) pages.add(cell.page);
  return pages.size === 0 ? null : [...pages].sort((a, b) => a - b);
}
