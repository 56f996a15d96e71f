import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { withoutLatex } from './latex.js';
import { paragraphs } from './plain-text.js';
import { BLOCK_EDGE, tableSkeleton } from './tags.js';

/** A cell as HTML writes it. Spans are as given; `rowSpan` 0 means to the table's end. */
export interface HtmlCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A table's captions and what stood loose between its tags, then its rows. */
export interface HtmlTable {
  readonly lines: readonly string[];
  readonly rows: readonly (readonly HtmlCell[])[];
}

/** What HTML shows as one space; a non-breaking or ideographic space is not among it. */
const WHITE_SPACE = /[ \t\n\r\f]+/g;

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * The tables in a piece of HTML in document order: a nested table follows the one it stands in, whose cells are
 * without its text. Wrong markup is read as browsers read it; nothing is thrown.
 */
export function htmlTables(html: string): HtmlTable[] {
  const tables: HtmlTable[] = [];
  let loose = '';
  // A stack, not recursion: wrong markup nests as deep as it likes.
  const waiting: Node[] = parseFragment(tableSkeleton(html)).childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node) || !isTable(node)) {
      const { text, nested } = contentOf(node);
      loose += text;
      waiting.push(...nested.toReversed());
      continue;
    }
    const { captions, rows, nested } = partsOf(node);
    tables.push({ lines: [...paragraphs(loose), ...captions].map(withoutLatex), rows });
    loose = '';
    for (const inner of nested.toReversed()) waiting.push(inner);
  }
  const lines = paragraphs(loose).map(withoutLatex);
  return lines.length > 0 ? [...tables, { lines, rows: [] }] : tables;
}

function partsOf(table: Element): { captions: string[]; rows: HtmlCell[][]; nested: Element[] } {
  const captions: string[] = [];
  const rows: HtmlCell[][] = [];
  const footRows: HtmlCell[][] = [];
  const nested: Element[] = [];
  const addRow = (row: Element, to: HtmlCell[][]): void => {
    const cells: HtmlCell[] = [];
    for (const cell of row.childNodes) {
      if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
      const content = contentOf(cell);
      for (const inner of content.nested) nested.push(inner);
      cells.push({
        text: withoutLatex(paragraphs(content.text).join('\n')),
        rowSpan: spanOf(cell, 'rowspan'),
        columnSpan: spanOf(cell, 'colspan'),
      });
    }
    to.push(cells);
  };
  for (const part of table.childNodes) {
    if (!isElement(part)) continue;
    if (part.tagName === 'caption') {
      const content = contentOf(part);
      captions.push(...paragraphs(content.text));
      for (const inner of content.nested) nested.push(inner);
    } else if (part.tagName === 'tr') {
      addRow(part, rows);
    } else {
      for (const row of part.childNodes) {
        if (isElement(row) && row.tagName === 'tr') addRow(row, part.tagName === 'tfoot' ? footRows : rows);
      }
    }
  }
  // A foot may be written before the body (HTML, 4.9.12.1 forming a table, step 17).
  for (const row of footRows) rows.push(row);
  return { captions, rows, nested };
}

/** Text of a node, `\n` for each break, and the tables in it, whose text is left out. */
function contentOf(node: Node): { text: string; nested: Element[] } {
  let text = '';
  const nested: Element[] = [];
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('value' in next) text += next.value.replace(WHITE_SPACE, ' ').replaceAll(BLOCK_EDGE, '\n');
    else if (!isElement(next)) continue;
    else if (isTable(next)) nested.push(next);
    else for (const child of next.childNodes.toReversed()) waiting.push(child);
  }
  return { text, nested };
}

const isElement = (node: Node): node is Element => 'tagName' in node;
const isTable = (node: Node): boolean => isElement(node) && node.tagName === 'table';

function spanOf(cell: Element, name: 'rowspan' | 'colspan'): number {
  const value = cell.attrs.find((attribute) => attribute.name === name)?.value;
  return value === undefined ? 1 : Number(value);
}
