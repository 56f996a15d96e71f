import { withoutEntities } from './entities.js';
import { withoutLatex } from './latex.js';
import { withoutLineMarks, withoutMarkdown } from './markdown.js';
import { withoutTags } from './tags.js';

/** Characters that any of the markups begins with; a text without them is plain already. */
const MARKUP = /[<&$\\*_]/;

/** What a cell of a tab or pipe table says: markup removed, ends trimmed, paragraphs parted by `\n`. */
export function cellText(source: string): string {
  if (!MARKUP.test(source)) return source.trim();
  const text = withoutTags(source);
  return withoutMarkdown(unmarked(text === source ? text.trim() : paragraphs(text).join('\n')));
}

/** What a line outside tables says: a line for each block of HTML in it, none if it is blank. */
export function lineTexts(source: string): string[] {
  return paragraphs(withoutTags(source))
    .map((line) => withoutLineMarks(unmarked(line)))
    .filter((line) => line !== '');
}

/** The lines of `text`, trimmed, without the blank ones. */
export function paragraphs(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function unmarked(text: string): string {
  return withoutLatex(withoutEntities(text)).trim();
}
