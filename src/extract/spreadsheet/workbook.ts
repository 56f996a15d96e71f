/** A workbook as far as its sheets are read; what the library behind it gives, and nothing of it in the types. */
export interface Workbook {
  readonly sheets: readonly Worksheet[];
}

export interface Worksheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows from the top, each with its cells from the left; both have holes. */
  readonly rows: readonly (readonly (WorkbookCell | undefined)[] | undefined)[];
  readonly merges: readonly Merge[];
  isRowHidden(row: number): boolean;
  isColumnHidden(column: number): boolean;
}

export interface WorkbookCell {
  /** As the program shows it. */
  readonly shown: string;
  /** The formula with a = before it, else the value as it is stored. */
  readonly stored: string;
  /** A formula whose result was not stored. */
  readonly lacksResult: boolean;
}

/** Rows and columns of a merged cell, counted from 0, all included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
