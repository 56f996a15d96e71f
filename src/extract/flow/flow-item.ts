/** A cell by its place in its table, counted from 0. */
export interface FlowCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  /** The stored value behind what a workbook's cell shows, where the two differ. */
  readonly stored?: string;
}

/** What a flowing document holds, in reading order. A long table comes in parts; its rows are counted through. */
export type FlowItem =
  | { readonly type: 'line'; readonly text: string }
  | {
      readonly type: 'table';
      /** Counted from 1 in the order in which tables begin. */
      readonly table: number;
      /** The name of the workbook's sheet that it is; null for a table of a document. */
      readonly name: string | null;
      readonly cells: readonly FlowCell[];
      /** Rows that have cells right of what is kept. */
      readonly rowsCut: number;
    }
  | { readonly type: 'picture'; readonly source: string };
