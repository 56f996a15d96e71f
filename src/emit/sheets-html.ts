import type { Sheet } from '../schema/sheet.js';
import { cellGridOf, type GridPlace } from './cell-grid.js';

const HEAD = `<!doctype html>
<meta charset="utf-8">
<style>table { border-collapse: collapse } td { border: 1px solid; padding: 2px 4px }</style>
`;

/** Tables as an HTML page with `rowspan` and `colspan`; the lines above a table stand before it as paragraphs. */
export async function* sheetsHtml(sheets: AsyncIterable<Sheet>): AsyncGenerator<string> {
  let before = HEAD;
  for await (const { lines, cells } of sheets) {
    const paragraphs = lines.map(({ text }) => `<p>${escaped(text)}</p>\n`);
    const rows = cellGridOf(cells).map((places) => `<tr>${places.map(cellAt).join('')}</tr>\n`);
    yield `${before}${paragraphs.join('')}<table>\n${rows.join('')}</table>\n`;
    before = '';
  }
}

function cellAt(place: GridPlace): string {
  if (place === 'covered') return '';
  if (place === 'open') return '<td></td>';
  const { rowSpan, columnSpan, text } = place;
  return `<td${attribute('rowspan', rowSpan)}${attribute('colspan', columnSpan)}>${escaped(text)}</td>`;
}

const attribute = (name: string, span: number) => (span === 1 ? '' : ` ${name}="${span}"`);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\n': '<br>',
  '\0': '\uFFFD',
};

const escaped = (text: string) => text.replace(/[&<>\n\0]/g, (character) => ENTITIES[character] ?? character);
