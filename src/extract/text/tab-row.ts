/** A line of tab-separated cells as it can be read so far. */
export interface TabRow {
  readonly cells: string[];
  /** The last cell begins with a quotation mark that the line does not close. */
  readonly isOpen: boolean;
  /** A line end stands outside quotation marks: these lines are no single row. */
  readonly isBroken: boolean;
}

const QUOTE = '"';

/**
 * Splits a row at its tabs. A cell in quotation marks that holds a tab, a line end or a doubled quotation mark is
 * unquoted, as spreadsheets write such cells; any other quotation mark is the cell's own.
 */
export function tabRowOf(text: string): TabRow {
  if (!text.includes(QUOTE)) return { cells: text.split('\t'), isOpen: false, isBroken: text.includes('\n') };
  const cells: string[] = [];
  let isOpen = false;
  let isBroken = false;
  for (let at = 0; at <= text.length;) {
    const quoted = text[at] === QUOTE ? quotedCell(text, at) : null;
    if (quoted === 'open') isOpen = true;
    if (quoted !== null && quoted !== 'open') {
      cells.push(quoted.cell);
      at = quoted.end + 1;
      continue;
    }
    const tab = text.indexOf('\t', at);
    const end = tab === -1 ? text.length : tab;
    const cell = text.slice(at, end);
    if (cell.includes('\n')) isBroken = true;
    cells.push(cell);
    at = end + 1;
  }
  return { cells, isOpen, isBroken };
}

/** The quoted cell at `start`; `open` if it has no end, null if its quotation marks are text. */
function quotedCell(text: string, start: number): { cell: string; end: number } | 'open' | null {
  let at = text.indexOf(QUOTE, start + 1);
  while (at !== -1 && text[at + 1] === QUOTE) at = text.indexOf(QUOTE, at + 2);
  if (at === -1) return 'open';
  const end = at + 1;
  if (end < text.length && text[end] !== '\t') return null;
  const inner = text.slice(start + 1, at);
  const wasQuoted = /[\t\n"]/.test(inner);
  return { cell: wasQuoted ? inner.replaceAll('""', QUOTE) : text.slice(start, end), end };
}
