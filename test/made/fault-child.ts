/** A child of a pool whose documents do as their names say: `tsx fault-child.ts <parent>`. */
import { Socket } from 'node:net';
import { spawn } from 'node:child_process';
import { writeFileSync, writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { CHANNEL } from '../../src/run/channel.js';
import { endWithParent } from '../../src/process/orphan-watch.js';
import { serve } from '../../src/run/serve.js';
import { MADE_READER } from './documents.js';

const HELD: Buffer[] = [];
const MEGABYTE = 1024 ** 2;

/** What a document does to its child before it is read. */
async function fault(path: string): Promise<void> {
  if (/has-a-child/.test(path)) {
    const { pid } = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    writeFileSync(path, String(pid));
  }
  if (/loops/.test(path)) for (;;);
  if (/sleeps/.test(path)) await setTimeout(1_000_000);
  if (/exits/.test(path)) process.exit(7);
  if (/aborts/.test(path)) process.abort();
  if (/babbles/.test(path)) writeSync(CHANNEL, 'x'.repeat(100_000));
  if (/lies/.test(path)) writeSync(CHANNEL, '{"type":"done"}\n');
  if (/takes-memory/.test(path)) {
    for (;;) {
      HELD.push(Buffer.alloc(16 * MEGABYTE, 1));
      await setTimeout(10);
    }
  }
}

endWithParent(Number(process.argv[2]));
await serve(new Socket({ fd: CHANNEL }), {
  hash: (...input) => MADE_READER.hash(...input),
  async open(source, options) {
    if ('path' in source) await fault(source.path);
    return MADE_READER.open(source, options);
  },
});
process.exit();
