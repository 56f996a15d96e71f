import { changedWhileRead } from '../extract/refusal.js';
import { OutputError } from '../emit/output-error.js';
import { type Reason, reasonOf } from './reasons.js';
import type { DigitizedDocument, Reader } from './reader.js';
import { openResult, type ResultWriter } from './result-file.js';
import type { Counts, HashTask, ReadCounts, ReadTask, Task, TaskResults } from './task.js';

/** Failures that say nothing about the content: of the same bytes, something else may come next time. */
const OF_THE_MOMENT: readonly string[] = ['no-such-path', 'unreadable', 'changed-while-read', 'encrypted', 'internal'];

/**
 * Does a task in this process; `onProgress` is called whenever the document has got on.
 *
 * @throws Failure, OutputError
 */
export async function perform<T extends Task>(
  task: T,
  reader: Reader,
  onProgress: () => void,
): Promise<TaskResults[T['type']]>;
export async function perform(task: Task, reader: Reader, onProgress: () => void): Promise<TaskResults[Task['type']]> {
  return task.type === 'hash' ? hash(task, reader, onProgress) : read(task, reader, onProgress);
}

async function hash(task: HashTask, reader: Reader, onProgress: () => void): Promise<TaskResults['hash']> {
  return { sha256: await reader.hash(task, task.limits, onProgress) };
}

/** Reads a document into its result. What goes wrong with the document stands there too, behind the forms that came before it. */
async function read(task: ReadTask, reader: Reader, onProgress: () => void): Promise<ReadCounts> {
  const start = performance.now();
  const result = openResult(task.result);
  try {
    const read: Read = { document: null, counts: { pages: 0, forms: 0, findings: 0 } };
    const reason = await readForms(task, reader, onProgress, read, result);
    const findings = [...(read.document?.findings ?? [])];
    result.add({
      type: 'end',
      kind: read.document?.kind ?? null,
      pages: read.document?.pages ?? null,
      findings,
      reason,
      milliseconds: Math.round(performance.now() - start),
    });
    result.finish();
    return {
      forms: read.counts.forms,
      pages: read.document?.pages ?? 0,
      findings: read.counts.findings + findings.length,
      isLasting: reason === null || !OF_THE_MOMENT.includes(reason.code),
    };
  } finally {
    result.discard();
  }
}

interface Read {
  document: DigitizedDocument | null;
  readonly counts: Counts;
}

/** Adds the forms to the result; gives what ended the document before its end, or null. */
async function readForms(
  { path, name, sha256, password, limits }: ReadTask,
  reader: Reader,
  onProgress: () => void,
  read: Read,
  result: ResultWriter,
): Promise<Reason | null> {
  try {
    const document = await reader.open({ path, name, password }, { limits });
    if (document.sha256 !== sha256) throw changedWhileRead(name);
    read.document = document;
    onProgress();
    for await (const event of document.events()) {
      result.add(event);
      if (event.type === 'form') {
        read.counts.forms += 1;
        read.counts.findings += event.record.findings.length;
      }
      onProgress();
    }
    return null;
  } catch (error) {
    if (error instanceof OutputError) throw error;
    return reasonOf(name, error);
  }
}
