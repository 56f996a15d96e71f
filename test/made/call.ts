import { PassThrough, Readable, Writable } from 'node:stream';
import { cli } from '../../src/cli/cli.js';
import type { Surroundings } from '../../src/cli/terminal/surroundings.js';
import { openSerial } from '../../src/run/serial.js';
import { MADE_READER } from './documents.js';

export interface Called {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Calls the command line with a made-up world around it. */
export async function call(
  argv: readonly string[],
  world: Partial<Surroundings> & { tty?: boolean } = {},
): Promise<Called> {
  const said = { stdout: '', stderr: '' };
  const into = (name: keyof typeof said) =>
    new Writable({
      write(chunk, _, done) {
        said[name] += String(chunk);
        done();
      },
    });
  const code = await cli(argv, {
    stdin: Readable.from([Buffer.from('made')]),
    stdout: into('stdout'),
    stderr: Object.assign(into('stderr'), { isTTY: world.tty ?? false }),
    env: {},
    version: '1.2.3',
    openExecutor: () => Promise.resolve(openSerial(MADE_READER)),
    ...world,
  });
  return { code, ...said };
}

/** A stream whose reader leaves after the first chunk. */
export function leavingReader(): Writable {
  const stream = new PassThrough({ highWaterMark: 1 });
  stream.once('data', () => stream.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })));
  return stream;
}
