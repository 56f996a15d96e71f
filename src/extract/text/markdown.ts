const ESCAPE = /\\([!-/:-@[-`{-~])/g;
const EMPHASIS = [/^\*\*([^*]+)\*\*$/, /^__([^_]+)__$/, /^\*([^*]+)\*$/, /^_([^_]+)_$/];

const HEADING = /^#{1,6}\s+(.*?)(?:\s+#+)?$/;
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
  return withoutMarkdown(text.replace(HEADING, '$1').trim());
}
