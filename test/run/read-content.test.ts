import { beforeEach, describe, expect, it } from 'vitest';
import type { PageReading } from '../../src/extract/pages/page-reading.js';
import type { DocumentTime } from '../../src/run/document-time.js';
import type { Executor } from '../../src/run/executor.js';
import { readContent } from '../../src/run/read-content.js';
import type { Reader } from '../../src/run/reader.js';
import { readResult } from '../../src/run/result-file.js';
import { openSerial } from '../../src/run/serial.js';
import type { Task } from '../../src/run/task.js';
import { openWorkFolder, type WorkFolder } from '../../src/run/work-folder.js';
import { Failure } from '../../src/schema/failure.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';
import { DEFAULT_READING } from '../../src/schema/reading-options.js';
import { madeFolder } from '../made/folder.js';
import { madeForm, sha256Of } from '../made/form.js';

const SHA256 = sha256Of('a.pdf');

const reading = (page: number, kind: PageReading['kind']): PageReading => ({
  page,
  kind,
  items: [],
  isUnreliable: false,
  isIncomplete: false,
  findings: [],
});

/** Documents of so many pages; the title of the only form says which pages were put together. */
const readerOf = (pages: number, kind: PageReading['kind']): Reader => ({
  hash: () => Promise.resolve(SHA256),
  open: () =>
    Promise.resolve({
      kind: 'pdf',
      sha256: SHA256,
      pages,
      findings: [],
      async *readPages(from, to) {
        for (let page = from; page <= to; page += 1) yield await Promise.resolve(reading(page, kind));
      },
      async *events(readings) {
        const read: number[] = [];
        for await (const { page } of readings ?? []) read.push(page);
        yield { type: 'form', record: madeForm(1, { title: read.join(' ') }) };
      },
    }),
});

let work: WorkFolder;
let folder: string;
beforeEach(async () => {
  folder = madeFolder();
  work = await openWorkFolder(folder, { version: '1' });
});

const nameOf = (task: Task) => (task.type === 'pages' ? `${task.from}-${task.to}` : task.type);

/** Reads a document; gives the tasks, and the form's title or why there is none. */
async function read(pages: number, kind: PageReading['kind'], onTask: (name: string) => void = () => undefined) {
  const tasks: string[] = [];
  const times = new Set<DocumentTime | undefined>();
  const interrupt = new AbortController();
  const serial = openSerial(readerOf(pages, kind));
  const executor: Executor = {
    ...serial,
    run<T extends Task>(task: T, time?: DocumentTime) {
      times.add(time);
      tasks.push(nameOf(task));
      onTask(nameOf(task));
      if (nameOf(task) === interruptAt) interrupt.abort();
      return serial.run(task);
    },
  };
  const how = { limits: DEFAULT_LIMITS, reading: DEFAULT_READING, signal: interrupt.signal };
  const end = await readContent('a.pdf', SHA256, { executor, work, ...how });
  expect(times.size).toBe(1); // the limit of time is the document's
  let title: string | null = null;
  for await (const line of readResult(work.resultPath(end.result ?? ''))) {
    if (line.type === 'form') title = line.record.title;
    else if (line.type === 'end' && line.reason !== null) title = line.reason.code;
  }
  return { tasks, title };
}
let interruptAt: string | null = null;
beforeEach(() => {
  interruptAt = null;
});

const all = (pages: number) => Array.from({ length: pages }, (_, index) => index + 1).join(' ');

describe('readContent', () => {
  it.each([
    [8, 'scan', ['read']],
    [20, 'scan', ['read', '9-16', '17-20', 'assemble']],
    [9, 'picture', ['read', '9-9', 'assemble']],
    [64, 'text', ['read']],
    [150, 'text', ['read', '65-128', '129-150', 'assemble']],
  ] as const)('reads %i pages (%s) in the tasks %j', async (pages, kind, tasks) => {
    expect(await read(pages, kind)).toEqual({ tasks, title: all(pages) });
  });

  it('goes on within a document', async () => {
    interruptAt = '9-16';
    await expect(read(28, 'scan')).rejects.toMatchObject({ name: 'Interrupted' });
    interruptAt = null;
    expect(await read(28, 'scan')).toEqual({ tasks: ['read', '17-24', '25-28', 'assemble'], title: all(28) });
  });

  it('gives the document up with its pages, and soon reads no others', async () => {
    const giveUp = (name: string) => {
      if (name === '9-16') throw new Failure('timed-out', 'a.pdf: too long.', 'a.pdf：太久。');
    };
    const { tasks, title } = await read(80, 'scan', giveUp);
    expect([tasks.includes('73-80'), title]).toEqual([false, 'timed-out']);
  });

  it('keeps nothing of a failure that says nothing about the content', async () => {
    const fail = (name: string) => {
      if (name === '9-16') throw new Failure('changed-while-read', 'a.pdf: changed.', 'a.pdf：已改动。');
    };
    await expect(read(28, 'scan', fail)).rejects.toMatchObject({ code: 'changed-while-read' });
    expect((await read(28, 'scan')).title).toBe(all(28));
  });
});
