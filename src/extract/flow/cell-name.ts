const LETTERS = 26;
const A = 'A'.charCodeAt(0);

/** A cell as spreadsheet programs call it; row and column counted from 0: (6, 1) is `B7`. */
export const cellName = (row: number, column: number) => columnName(column) + String(row + 1);

export function columnName(column: number): string {
  const last = String.fromCharCode(A + (column % LETTERS));
  return column < LETTERS ? last : columnName(Math.floor(column / LETTERS) - 1) + last;
}
