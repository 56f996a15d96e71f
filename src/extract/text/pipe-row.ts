/** A pipe that separates cells; `\|` is a pipe that is text. */
const SEPARATOR = /(?<!\\)\|/;
const RULE = /^(?::?-{3,}:?|:-+:?|-+:)$/;
const SHORT_RULE = /^:?-+:?$/;

export function hasSeparator(line: string): boolean {
  return line.includes('|') && SEPARATOR.test(line);
}

/** The cells of a Markdown table's row, with or without pipes at its ends; markup in them is left as it is. */
export function pipeRowOf(line: string): string[] {
  const trimmed = line.trim();
  const cells = trimmed.includes('\\') ? trimmed.split(SEPARATOR) : trimmed.split('|');
  if (cells[0] === '') cells.shift();
  if (cells.length > 1 && cells.at(-1) === '') cells.pop();
  return cells;
}

/** Whether a row only draws a line, as `------` or `:--:`. A cell of one or two hyphens is a value, blank cells say nothing. */
export function isRule(cells: readonly string[]): boolean {
  let rules = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (text === '') continue;
    if (!RULE.test(text)) return false;
    rules += 1;
  }
  return rules > 0;
}

/** Whether a row is the delimiter that Markdown wants below a header: every cell is a rule, be it a single hyphen. */
export function isDelimiter(cells: readonly string[]): boolean {
  return cells.every((cell) => SHORT_RULE.test(cell.trim()));
}
