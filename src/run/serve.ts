import type { Duplex } from 'node:stream';
import { OutputError } from '../emit/files/output-error.js';
import { Failure } from '../schema/failure.js';
import { linesOf } from './lines.js';
import { perform } from './perform.js';
import type { Reader } from './reader.js';
import { type Message, PROGRESS_MILLISECONDS, Task } from './task.js';

/** A task is small. Bytes. */
const TASK_BYTES = 1024 ** 2;

/** The child's side of a pool: does the tasks that come as lines of JSON, and says how each ended. Resolves when the other side ends. */
export async function serve(parent: Duplex, reader: Reader): Promise<void> {
  const send = (message: Message) => parent.write(`${JSON.stringify(message)}\n`);
  for await (const line of linesOf(parent, TASK_BYTES)) {
    let said = 0;
    const onProgress = () => {
      const now = performance.now();
      if (now - said < PROGRESS_MILLISECONDS) return;
      said = now;
      send({ type: 'progress' });
    };
    send(await messageOf(perform(Task.parse(JSON.parse(line)), reader, onProgress)));
  }
}

async function messageOf(performing: Promise<unknown>): Promise<Message> {
  try {
    return { type: 'done', value: await performing, residentBytes: process.memoryUsage.rss() };
  } catch (error) {
    if (error instanceof Failure) {
      const { code, message, messageZh } = error;
      return { type: 'failure', code, message, messageZh };
    }
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof OutputError) return { type: 'unwritable', place: error.place, code: error.code, message };
    return { type: 'defect', message };
  }
}
