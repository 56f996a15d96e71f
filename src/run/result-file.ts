import { z } from 'zod';
import { OutputError } from '../emit/output-error.js';
import { Finding } from '../schema/finding.js';
import { Reason, SetAside } from '../schema/manifest.js';
import { RelatedForm } from '../schema/related/related-form.js';
import { SelfEvaluation, SourceKind } from '../schema/record.js';
import { openPacked, type PackedWriter, readPacked } from './packed-lines.js';

/** What became of a document: the last line of its result. Null where it ended before that was known. */
export const ResultEnd = z.object({
  type: z.literal('end'),
  kind: SourceKind.nullable(),
  pages: z.int().nullable(),
  findings: z.array(Finding),
  reason: Reason.nullable(),
  milliseconds: z.number().nonnegative(),
});
export type ResultEnd = z.infer<typeof ResultEnd>;

/** A line of a result: the document's forms in order, and its end. */
const ResultLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('form'), record: SelfEvaluation }),
  z.object({ type: z.literal('related'), record: RelatedForm }),
  z.object({ type: z.literal('setAside'), setAside: SetAside }),
  ResultEnd,
]);
export type ResultLine = z.infer<typeof ResultLine>;

/** Begins the result of a document. */
export const openResult = (path: string): PackedWriter<ResultLine> => openPacked(path);

/** The lines of a result, checked one by one. Throws an `OutputError` where the file is not what was written. */
export async function* readResult(path: string): AsyncGenerator<ResultLine> {
  let last: ResultLine | null = null;
  for await (const line of readPacked(path, ResultLine)) {
    last = line;
    yield line;
  }
  if (last?.type !== 'end') throw new OutputError(path, new Error('the result has no end'));
}
