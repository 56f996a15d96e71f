import { z } from 'zod';

/**
 * The narrow waist between reading a medium and understanding a form.
 * Coordinates are points (1/72 inch), origin at the top left of the page as shown upright.
 */

/** `[x0, y0, x1, y1]` in points; x0 ≤ x1, y0 ≤ y1. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof Box>;

/** Who read a text: it was given as text, it is drawn as glyphs on a page, or it was recognised in a picture. */
export const Reading = z.enum(['text', 'glyphs', 'ocr']);
export type Reading = z.infer<typeof Reading>;

/** Where a cell stands in a document without pages; counts begin at 1. */
export const Standing = z.union([
  /** In a document: which table, in reading order, and its row and column. */
  z.object({ table: z.int().positive(), row: z.int().positive(), column: z.int().positive() }),
  /** In a workbook: the sheet's name, and the cell as the program calls it, `B7`. */
  z.object({ sheet: z.string(), cell: z.string() }),
  /** In a picture within a document: which one, in reading order. Boxes are points of the picture. */
  z.object({ picture: z.int().positive() }),
]);
export type Standing = z.infer<typeof Standing>;

/** The number of the table, or the name of the workbook's sheet, in which something stands; null where it stands in none. */
export function tableOf(at: Standing | undefined): number | string | null {
  if (at === undefined || 'picture' in at) return null;
  return 'sheet' in at ? at.sheet : at.table;
}

/** What one reader made of a cell's picture. `confidence` is the reader's own, from 0 to 1. */
export const CellReading = z.object({
  /** The reader's name. */
  by: z.string(),
  text: z.string(),
  confidence: z.number().min(0).max(1),
});
export type CellReading = z.infer<typeof CellReading>;

/** One cell of a table. Rows and columns count from 0; text keeps its line breaks (`\n`) as they were read. */
export const Cell = z.object({
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
  rowSpan: z.int().positive(),
  columnSpan: z.int().positive(),
  text: z.string(),
  page: z.int().positive().nullable(),
  box: Box.nullable(),
  confidence: z.number().min(0).max(1).nullable(),
  reading: Reading,
  /**
   * Where `reading` is `ocr`: what each reader made of the cell, the chosen one first, which is `text` up to its layout. Further
   * readings by the same reader are of the cell cut differently, or larger.
   */
  readings: z.array(CellReading).optional(),
  at: Standing.optional(),
  /** The stored value behind what a workbook's cell shows, where the two differ. */
  stored: z.string().optional(),
});
export type Cell = z.infer<typeof Cell>;

/** A line of text that stands outside every table. */
export const Line = z.object({
  text: z.string(),
  page: z.int().positive().nullable(),
  box: Box.nullable(),
  /** As those of a cell, for a line that was recognised in a picture. */
  readings: z.array(CellReading).optional(),
  at: Standing.optional(),
});
export type Line = z.infer<typeof Line>;

/**
 * The lines above a table, then the table's cells in reading order. What follows the last table is a sheet with lines
 * and no cells. A table that a page break (or a blank line in a text) cuts is two sheets.
 */
export const Sheet = z.object({
  lines: z.array(Line),
  cells: z.array(Cell),
  /** True where the medium tells which cells are merged; false where a blank cell may be one that a merged cell covers. */
  spansKnown: z.boolean(),
  /** True where the page tells no rules, and the cells were inferred from where its words stand. */
  gridInferred: z.boolean().optional(),
});
export type Sheet = z.infer<typeof Sheet>;
