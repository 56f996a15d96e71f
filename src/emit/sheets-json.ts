import type { Sheet } from '../schema/sheet.js';

/** Sheets as the text of a JSON array, one sheet a line; nothing at all where there is none. */
export async function* sheetsJson(sheets: AsyncIterable<Sheet>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const sheet of sheets) {
    yield before + JSON.stringify(sheet);
    before = ',\n';
  }
  if (before !== '[\n') yield '\n]\n';
}
