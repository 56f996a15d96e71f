import { BadXml, type XmlEvents, XmlReader } from './read-xml.js';

/**
 * What `events` makes of XML as it is read: after each piece, `taken()` hands out what is complete.
 *
 * @throws what `onBad` makes of XML that is none
 */
export async function* readXmlStream<T>(
  chunks: AsyncIterable<Uint8Array>,
  events: XmlEvents,
  taken: () => Iterable<T>,
  onBad: (cause: BadXml) => Error,
): AsyncGenerator<T> {
  const reader = new XmlReader(events);
  const run = (step: () => void) => {
    try {
      step();
    } catch (error) {
      throw error instanceof BadXml ? onBad(error) : error;
    }
  };
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      run(() => {
        reader.push(chunk.subarray(at, at + PIECE_BYTES));
      });
      yield* taken();
    }
  }
  run(() => {
    reader.end();
  });
  yield* taken();
}

/** Bytes that are parsed before what they made is handed on. */
const PIECE_BYTES = 256 * 1024;
