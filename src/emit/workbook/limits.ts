/**
 * What Excel takes. Source: "Excel specifications and limits", support.microsoft.com; the number of links is the one its file format
 * bears in practice (XlsxWriter's documentation, worksheet.write_url).
 */
export const EXCEL = {
  /** Characters (UTF-16 units) in a cell. */
  cellCharacters: 32_767,
  /** Links in a sheet. */
  links: 65_530,
} as const;

/**
 * Rows of a sheet before another workbook is begun: each row of a table has a link, so that this comes long before the 1,048,576 rows
 * that a sheet takes, and keeps the memory for one workbook within bounds (measured: 24,000 forms are three workbooks).
 */
export const ROWS_PER_BOOK = EXCEL.links;
