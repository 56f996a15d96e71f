import { type Token, Tokenizer } from 'parse5';

/** Names are lower case and without prefixes, whatever the file writes. */
export interface MarkupEvents {
  open(element: string, attributes: ReadonlyMap<string, string>): void;
  close(element: string): void;
  text(text: string): void;
}

/** Elements of HTML that have no end. */
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/** Characters from one `<` to the next. What OCR programs write has a few hundred; a tag that goes on for longer is no tag. */
const LONGEST_PIECE = 64 * 1024;

/** Elements within elements. None that an OCR program writes nests so deep, even where the ends of paragraphs are left out. */
export const MOST_NESTED = 4_000;

/** What is no markup that an OCR program wrote. */
export class BadMarkup extends Error {
  override readonly name = 'BadMarkup';
}

/**
 * Reads HTML or XML, well-formed or not, as browsers part it into tags and text. Entities are those of HTML; nothing that a document type
 * declares is read.
 *
 * @throws BadMarkup
 */
export function readMarkup(markup: string, events: MarkupEvents): void {
  if (hasEndlessPiece(markup)) throw new BadMarkup(`a tag of more than ${LONGEST_PIECE} characters`);
  const open = ({ tagName, attrs, selfClosing }: Token.TagToken) => {
    const name = localName(tagName);
    events.open(name, new Map(attrs.map((each) => [localName(each.name), each.value])));
    if (selfClosing || VOID.has(name)) events.close(name);
  };
  const text = ({ chars }: Token.CharacterToken) => {
    events.text(chars);
  };
  const nothing = () => undefined;
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: open,
      onEndTag: ({ tagName }) => {
        const name = localName(tagName);
        if (!VOID.has(name)) events.close(name);
      },
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
    },
  );
  tokenizer.write(markup, true);
}

function hasEndlessPiece(markup: string): boolean {
  let from = 0;
  for (let next = markup.indexOf('<'); next !== -1; next = markup.indexOf('<', next + 1)) {
    if (next - from > LONGEST_PIECE) return true;
    from = next;
  }
  return markup.length - from > LONGEST_PIECE;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase();
