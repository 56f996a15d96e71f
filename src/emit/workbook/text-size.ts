/** Widths in characters of digits, as Excel counts them; a Chinese character is as wide as two. */
const MINIMUM = 6;
const MAXIMUM = 44;
/** The filter's button, and air. */
const PADDING = 3;
/** What a line loses at its end, where the next character or word does not fit. */
const RAGGED = 2;

/** Points. A line of 10-point text with its leading; Excel takes rows up to 409 points. */
export const LINE_HEIGHT = 15;
const TALLEST = 405;

const WIDE =
  /[\u1100-\u115F\u2014\u2018-\u201D\u2026\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/g;

/** A column's width that shows the header and the texts, up to a limit past which they wrap. */
export function columnWidth(header: string, texts: readonly string[]): number {
  const widest = texts.reduce((most, text) => Math.max(most, textWidth(text)), textWidth(header));
  return Math.min(MAXIMUM, Math.max(MINIMUM, widest + PADDING));
}

/**
 * A row's height in points that shows wrapped texts in columns of these widths; undefined where one line suffices. Said in the file:
 * LibreOffice leaves rows as high as a line otherwise.
 */
export function rowHeight(cells: readonly (readonly [text: string, width: number])[]): number | undefined {
  const lines = cells.reduce((most, [text, width]) => Math.max(most, wrappedLines(text, width)), 1);
  return lines === 1 ? undefined : Math.min(TALLEST, lines * LINE_HEIGHT);
}

function wrappedLines(text: string, width: number): number {
  if (text.length * 2 <= width - RAGGED && !text.includes('\n')) return 1; // by far the most
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / (width - RAGGED))), 0);
}

/** The width of the longest line. */
function textWidth(text: string): number {
  if (text.includes('\n')) return Math.max(...text.split('\n').map(textWidth));
  return text.length + (text.match(WIDE)?.length ?? 0);
}
