import type { Losses } from '../source/losses.js';
import type { Encoding } from './encoding.js';

const REPLACEMENT = '\uFFFD';

/** Text of a document's bytes, chunk by chunk, without its byte order mark. Characters that are lost are counted. */
export async function* decode(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  losses: Losses,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  const counted = (text: string): string => {
    losses.add('undecodable-bytes', countOf(REPLACEMENT, text));
    return text;
  };
  for await (const chunk of chunks) yield counted(decoder.decode(chunk, { stream: true }));
  yield counted(decoder.decode());
}

function countOf(character: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
