import { z } from 'zod';
import { recheck } from '../check/record/check.js';
import { OutputError } from '../emit/files/output-error.js';
import { Finding } from '../schema/finding.js';
import { Reason, SetAside } from '../schema/manifest.js';
import { RelatedForm } from '../schema/related/related-form.js';
import { SelfEvaluation, SourceKind } from '../schema/record.js';
import { isSound, openPacked, type PackedWriter, readPacked } from './packed-lines.js';

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

/**
 * True where a result that an earlier run left is what a run writes: whole and unchanged, of the document with this hash, its numbers proved
 * by what proves them now. Any other is read anew.
 */
export const isSoundResult = (path: string, sha256: string): Promise<boolean> =>
  isSound(
    readResult(path),
    (line) => line.type !== 'form' || (line.record.source.sha256 === sha256 && areProofsRight(line.record)),
  );

function areProofsRight(record: SelfEvaluation): boolean {
  const { evidence } = recheck(record, record, new Set());
  return Object.entries(record.evidence).every(([path, { proof }]) => proof.join() === evidence[path]?.proof.join());
}
