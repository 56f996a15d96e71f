import { OutputError } from '../emit/files/output-error.js';
import type { PageReading } from '../extract/pages/page-reading.js';
import type { Reason } from '../schema/manifest.js';
import type { PackedWriter } from './packed-lines.js';
import type { DigitizedDocument } from './reader.js';
import { reasonOf } from './reasons.js';
import { openResult, type ResultLine } from './result-file.js';
import type { ReadCounts, RestOfPages } from './task.js';

/** Failures and findings that say nothing about the content: of the same bytes, something else may come next time. */
const OF_THE_MOMENT: readonly string[] = [
  'no-such-path',
  'unreadable',
  'changed-while-read',
  'encrypted',
  'internal',
  'reader-failed',
  'program-missing',
  'grid-missing',
];

/** A document that can be read, with the readings of its pages where it has pages. */
export interface Opened {
  readonly document: DigitizedDocument;
  readonly readings: AsyncIterable<PageReading> | undefined;
}

interface ResultOf {
  readonly name: string;
  /** The file. */
  readonly result: string;
  readonly millisecondsBefore?: number;
}

/**
 * Opens a document and writes its result. What goes wrong with it stands there too, behind the forms that came before it. Where it
 * can't be read in one go, gives what is left to do, and writes nothing. Throws an `OutputError`.
 */
export async function writeResult<Left extends RestOfPages>(
  { name, result: path, millisecondsBefore = 0 }: ResultOf,
  open: () => Promise<Opened | Left>,
  onProgress: () => void,
): Promise<ReadCounts | Left> {
  const start = performance.now();
  const result = openResult(path);
  const read: Read = { document: null, forms: 0, findings: 0 };
  try {
    const left = await addForms(open, onProgress, read, result).catch((error: unknown): Reason => {
      if (error instanceof OutputError) throw error;
      return reasonOf(name, error);
    });
    if (left !== null && 'from' in left) return left;
    const findings = [...(read.document?.findings ?? [])];
    const pages = read.document?.pages ?? null;
    const milliseconds = millisecondsBefore + Math.round(performance.now() - start);
    result.add({ type: 'end', kind: read.document?.kind ?? null, pages, findings, reason: left, milliseconds });
    result.finish();
    return {
      pages: pages ?? 0,
      forms: read.forms,
      findings: read.findings + findings.length,
      isLasting: ![left, ...findings].some((each) => each !== null && OF_THE_MOMENT.includes(each.code)),
    };
  } finally {
    result.discard();
  }
}

interface Read {
  document: DigitizedDocument | null;
  forms: number;
  findings: number;
}

async function addForms<Left extends RestOfPages>(
  open: () => Promise<Opened | Left>,
  onProgress: () => void,
  read: Read,
  result: PackedWriter<ResultLine>,
): Promise<Left | null> {
  const opened = await open();
  if ('from' in opened) return opened;
  read.document = opened.document;
  for await (const event of opened.document.events(opened.readings)) {
    result.add(event);
    if (event.type !== 'setAside') {
      read.forms += 1;
      read.findings += event.record.findings.length;
    }
    onProgress();
  }
  return null;
}
