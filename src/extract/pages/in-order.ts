import type { Box, Line } from '../../schema/sheet.js';
import type { PageItem, PageTable } from './page-reading.js';

/** A page's tables and lines from top to bottom: a line belongs before the first table that begins below it. */
export function inOrder(tables: readonly PageTable[], lines: readonly (Line & { readonly box: Box })[]): PageItem[] {
  const items: PageItem[] = [];
  let next = 0;
  for (const line of lines) {
    for (; next < tables.length; next += 1) {
      const table = tables[next];
      if (!table || table.box[1] >= line.box[1]) break;
      items.push({ table });
    }
    items.push({ line });
  }
  return [...items, ...tables.slice(next).map((table) => ({ table }))];
}
