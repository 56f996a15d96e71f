import type { Cell } from '../fixtures/grid.js';

/** A heading beside so many rows that its text fits from top to bottom. */
export const isSectionHeading = ({ column, colSpan, rowSpan, text }: Cell): boolean =>
  column === 0 && colSpan === 1 && rowSpan > 2 && text.length <= 6;
