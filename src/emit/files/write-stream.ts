import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { OutputError } from './output-error.js';

/**
 * Writes pieces to a stream such as standard output, and waits while the reader is slow; gives how many there were.
 * Throws an {@link OutputError} where the reader has gone (code `EPIPE`).
 */
export async function writeStream(
  pieces: AsyncIterable<string | Uint8Array>,
  stream: Writable,
  name: string,
): Promise<number> {
  const failed = new Promise<never>((_, reject) => {
    stream.once('error', (error) => {
      reject(new OutputError(name, error));
    });
  });
  failed.catch(() => undefined); // whoever waits hears of it
  let count = 0;
  for await (const piece of pieces) {
    count += 1;
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), failed]);
  }
  const written = new Promise<void>((resolve) => {
    stream.write('', () => {
      resolve();
    });
  });
  await Promise.race([written, failed]);
  return count;
}
