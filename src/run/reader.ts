import { createHash } from 'node:crypto';
import { openForms } from '../digitize/digitize.js';
import { chunksOf, type DocumentSource, nameOf } from '../extract/source/byte-source.js';
import { fileTooLarge } from '../extract/source/refusal.js';
import type { Limits } from '../schema/limits.js';

/** What a run needs of the pipeline, so that a test can give documents of its own making. */
export interface Reader {
  /** The SHA-256 of a document's bytes, 64 hex digits; `onChunk` is told that it goes on. Throws a `Failure`. */
  hash(source: DocumentSource, limits: Limits, onChunk: () => void): Promise<string>;
  readonly open: typeof openForms;
}

export type { DigitizedDocument, DigitizeEvent } from '../digitize/digitize.js';

/** The pipeline itself. */
export const READER: Reader = {
  async hash(source, { bytesPerFile }, onChunk) {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of chunksOf(source)) {
      size += chunk.length;
      if (size > bytesPerFile) throw fileTooLarge(nameOf(source), bytesPerFile);
      hash.update(chunk);
      onChunk();
    }
    return hash.digest('hex');
  },
  open: openForms,
};
