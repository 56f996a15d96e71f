import type { Limits } from '../../schema/limits.js';
import type { Sheet } from '../../schema/sheet.js';
import type { Losses } from '../source/losses.js';
import { Blocks } from './blocks.js';
import { QuotedRows } from './quoted-rows.js';
import { Segmenter } from './segments.js';

/** The sheets of a text in reading order. Tables may be written with tabs, with pipes or in HTML, one after another. */
export async function* sheetsOfText(
  chunks: AsyncIterable<string> | Iterable<string>,
  limits: Limits,
  losses: Losses,
): AsyncGenerator<Sheet> {
  const segmenter = new Segmenter(limits, losses);
  const quotedRows = new QuotedRows();
  const blocks = new Blocks(limits, losses);
  for await (const chunk of chunks) {
    for (const segment of segmenter.push(chunk)) {
      for (const whole of quotedRows.push(segment)) yield* blocks.push(whole);
    }
  }
  for (const segment of segmenter.end()) {
    for (const whole of quotedRows.push(segment)) yield* blocks.push(whole);
  }
  for (const whole of quotedRows.end()) yield* blocks.push(whole);
  yield* blocks.end();
}
