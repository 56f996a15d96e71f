import { z } from 'zod';
import { Finding } from '../../schema/finding.js';
import { Box, Cell, Line } from '../../schema/sheet.js';

/**
 * What was read of one page, as plain data: a page is read on its own, in any process, and the pages of a document are put together
 * afterwards.
 */

/** A cell by its place in its own table's grid. */
const PageCell = Cell.omit({ page: true }).extend({ box: Box });

/** A table as far as it stands on this page. */
export const PageTable = z.object({
  box: Box,
  /** The vertical edges, ascending, in points: column `i` lies between `xs[i]` and `xs[i + 1]`. */
  xs: z.array(z.number()),
  cells: z.array(PageCell),
  /** True where its rules were inferred from where words stand. */
  isInferred: z.boolean().optional(),
});
export type PageTable = z.infer<typeof PageTable>;

/** What a page holds from top to bottom: lines outside tables, and tables. */
export const PageItem = z.union([z.object({ line: Line }), z.object({ table: PageTable })]);
export type PageItem = z.infer<typeof PageItem>;

/**
 * What a page turned out to be: one with text; a picture in which text was recognised; a picture in which none was, or no reader was
 * asked; one with neither text nor picture; one that draws more than the limits allow; one that can't be read.
 */
export const PageKind = z.enum(['text', 'scan', 'picture', 'blank', 'oversized', 'damaged']);
export type PageKind = z.infer<typeof PageKind>;

/**
 * What is told of a text of a page beside its tables: it was put over the page and is left out of them; it is printed over another text,
 * and nobody can tell which of the two is the page's; it is struck through.
 */
export const PageRemark = z.object({ kind: z.enum(['overlaid', 'doubtful', 'struck']), text: z.string() });
export type PageRemark = z.infer<typeof PageRemark>;

export const PageReading = z.object({
  page: z.int().positive(),
  kind: PageKind,
  items: z.array(PageItem),
  /** True where the fonts do not tell which characters they draw. */
  isUnreliable: z.boolean(),
  /** True where a part of the page is damaged and was left out. */
  isIncomplete: z.boolean(),
  remarks: z.array(PageRemark).optional(),
  /** What else concerns the page, as a reader that could not be asked. */
  findings: z.array(Finding),
});
export type PageReading = z.infer<typeof PageReading>;
