import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { jsonLine } from '../jsonl.js';
import { OutputError } from '../files/output-error.js';
import type { Output } from './output.js';

/**
 * Records as lines on a stream, such as standard output, and nothing else there. Waits while the reader is slow.
 * Throws an {@link OutputError} where the reader has gone (code `EPIPE`).
 */
export function openStreamOutput(stream: Writable, name: string): Output {
  let failure: OutputError | undefined;
  const failed = new Promise<void>((resolve) => {
    stream.once('error', (error) => {
      failure = new OutputError(name, error);
      resolve();
    });
  });
  const check = () => {
    if (failure !== undefined) throw failure;
  };
  return {
    async write(form) {
      check();
      if (!stream.write(jsonLine(form))) await Promise.race([once(stream, 'drain').catch(() => undefined), failed]);
      check();
    },
    report: () => Promise.resolve(),
    async finish() {
      const written = new Promise<void>((resolve) => {
        stream.write('', () => {
          resolve();
        });
      });
      await Promise.race([written, failed]);
      check();
    },
    discard: () => undefined,
  };
}
