const ESCAPE = /\\([!-/:-@[-`{-~])/g;
const EMPHASIS = [/^\*\*([^*]+)\*\*$/, /^__([^_]+)__$/, /^\*([^*]+)\*$/, /^_([^_]+)_$/];

const HEADING = /^#{1,6}\s+(\S.*)?$/;
/** A mark before a digit or a sign is a value (`> 90%`, `- 5`), not a quotation or a list. */
const LIST_OR_QUOTE = /^[-*+>•]\s+(?=[^\s\d.=%|-]|[-*+>•]\s)/;

/** `text` without Markdown emphasis around the whole of it and without backslash escapes. */
export function withoutMarkdown(text: string): string {
  const emphasis = EMPHASIS.find((pattern) => pattern.test(text));
  const inner = emphasis === undefined ? text : text.replace(emphasis, '$1').trim();
  return inner.includes('\\') ? inner.replace(ESCAPE, '$1') : inner;
}

/** A line's text without the Markdown marks at its beginning: headings, lists, quotations, emphasis. */
export function withoutLineMarks(line: string): string {
  let text = line;
  while (LIST_OR_QUOTE.test(text)) text = text.replace(LIST_OR_QUOTE, '');
  return withoutMarkdown(withoutHeadingMarks(text).trim());
}

/** `# 表 ##` is 表: the signs before a heading, and those behind it where a blank stands before them. */
function withoutHeadingMarks(line: string): string {
  const heading = HEADING.exec(line);
  if (heading === null) return line;
  const text = (heading[1] ?? '').trimEnd();
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  return end === 0 || /\s/.test(text.charAt(end - 1)) ? text.slice(0, end) : text;
}
