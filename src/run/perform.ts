import { openWholeFile } from '../emit/files/whole-file.js';
import type { PageReading } from '../extract/pages/page-reading.js';
import { openDocument } from '../extract/open.js';
import { changedWhileRead } from '../extract/source/refusal.js';
import { tableOf } from '../schema/sheet.js';
import { freeBuffers } from './free-buffers.js';
import { readReadings, writeReadings } from './page-readings.js';
import type { DigitizedDocument, Reader } from './reader.js';
import type {
  Content,
  HashTask,
  PagesTask,
  PictureTask,
  ReadTask,
  RestOfPages,
  SheetsTask,
  Task,
  TaskResults,
} from './task.js';
import { type Opened, writeResult } from './write-result.js';

/** So many pages with text are read before a document counts as large: some seconds. */
const FIRST_PAGES = 64;
/** A page that has to be recognised counts as so many: it takes longer still, but not all of them are tables. */
const SCANNED_PAGE = 8;

type Progress = () => void;

/**
 * Does a task in this process; `onProgress` is called whenever the document has got on.
 *
 * @throws Failure, OutputError
 */
export async function perform<T extends Task>(
  task: T,
  reader: Reader,
  onProgress: Progress,
): Promise<TaskResults[T['type']]>;
export async function perform(task: Task, reader: Reader, onProgress: Progress): Promise<TaskResults[Task['type']]> {
  freeBuffers();
  return performed(task, reader, onProgress);
}

async function performed(task: Task, reader: Reader, onProgress: Progress): Promise<TaskResults[Task['type']]> {
  switch (task.type) {
    case 'hash':
      return hash(task, reader, onProgress);
    case 'read':
      return writeResult(task, () => openForReading(task, reader, onProgress), onProgress);
    case 'pages':
      return readPages(task, reader, onProgress);
    case 'assemble':
      return writeResult(
        task,
        async () => ({ document: await openContent(task, reader), readings: readReadings(task.readings) }),
        onProgress,
      );
    case 'picture':
      return drawPage(task, reader, onProgress);
    case 'sheets':
      return writeSheets(task, onProgress);
  }
}

/** Draws a page of a document that still holds what was read. */
async function drawPage(task: PictureTask, reader: Reader, onProgress: Progress): Promise<TaskResults['picture']> {
  const { path, name, password, limits, reading, sha256, page, boxes, picture } = task;
  if ((await reader.hash({ path, name }, limits, onProgress)) !== sha256) throw changedWhileRead(name);
  // Drawing is loaded only where it is asked for.
  const { pagePicture } = await import('../draw/page-picture.js');
  const drawn = await pagePicture({ path, name, password }, { page, boxes, dpi: reading.dpi, limits });
  if (drawn === null) return null;
  const file = openWholeFile(picture, { flush: false });
  try {
    file.append(drawn.picture);
    file.finish();
  } finally {
    file.discard();
  }
  return { type: drawn.type, width: drawn.width, height: drawn.height };
}

/** Writes what the tables hold that are wanted, of a document that still holds what was read. Its pictures are not read once more. */
async function writeSheets(task: SheetsTask, onProgress: Progress): Promise<null> {
  const { path, name, sha256, password, limits, reading, tables, sheets } = task;
  const document = await openDocument({ path, name, password }, limits, { ...reading, ocr: 'none' });
  if (document.sha256 !== sha256) throw changedWhileRead(name);
  const file = openWholeFile(sheets, { flush: false });
  try {
    for await (const sheet of document.sheets()) {
      onProgress();
      const isWanted = sheet.cells.some(({ at }) => tables.includes(tableOf(at) ?? ''));
      if (isWanted) file.append(`${JSON.stringify(sheet)}\n`);
    }
    file.finish();
  } finally {
    file.discard();
  }
  return null;
}

async function hash(task: HashTask, reader: Reader, onProgress: Progress): Promise<TaskResults['hash']> {
  return { sha256: await reader.hash(task, task.limits, onProgress) };
}

async function readPages(task: PagesTask, reader: Reader, onProgress: Progress): Promise<TaskResults['pages']> {
  const { readPages } = await openContent(task, reader);
  if (readPages !== null) await writeReadings(task.readings, telling(readPages(task.from, task.to), onProgress));
  return null;
}

/** Opens a document; of one that turns out to be large, only the first pages are read, into a file. */
async function openForReading(task: ReadTask, reader: Reader, onProgress: Progress): Promise<Opened | RestOfPages> {
  const document = await openContent(task, reader);
  const { readPages, pages } = document;
  if (readPages === null || pages === null) return { document, readings: undefined };
  const { path, isThere } = task.firstPages;
  const readings = isThere
    ? await arrayOf(readReadings([path]))
    : await firstOf(telling(readPages(1, pages), onProgress));
  if (readings.length >= pages) return { document, readings: each(readings) };
  if (!isThere) await writeReadings(path, each(readings));
  const scanned = readings.filter(isPicture).length;
  return { from: readings.length + 1, to: pages, isScan: scanned * 2 > readings.length };
}

async function openContent(
  { path, name, sha256, password, limits, reading }: Content,
  reader: Reader,
): Promise<DigitizedDocument> {
  const document = await reader.open({ path, name, password }, { limits, reading });
  if (document.sha256 !== sha256) throw changedWhileRead(name);
  return document;
}

const isPicture = ({ kind }: PageReading) => kind === 'scan' || kind === 'picture';

/** As many readings as make up the first pages of a large document, or all of a smaller one. */
async function firstOf(readings: AsyncIterable<PageReading>): Promise<PageReading[]> {
  const first: PageReading[] = [];
  let weight = 0;
  for await (const reading of readings) {
    first.push(reading);
    weight += isPicture(reading) ? SCANNED_PAGE : 1;
    if (weight >= FIRST_PAGES) break;
  }
  return first;
}

async function arrayOf<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

// eslint-disable-next-line @typescript-eslint/require-await -- same shape as readings that are still to be made
async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

async function* telling<T>(values: AsyncIterable<T>, onValue: () => void): AsyncGenerator<T> {
  for await (const value of values) {
    onValue();
    yield value;
  }
}
