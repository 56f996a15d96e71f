import { createHash } from 'node:crypto';
import type { Finding } from '../schema/finding.js';
import type { Limits } from '../schema/limits.js';
import type { SourceKind } from '../schema/record.js';
import type { Sheet } from '../schema/sheet.js';
import { type DocumentSource, chunksOf, nameOf } from './byte-source.js';
import { Losses } from './losses.js';
import { changedWhileRead, emptyFile, fileTooLarge, notText, unsupportedKind } from './refusal.js';
import { mediaTypeOf } from './sniff.js';
import { type Encoding, EncodingSurvey } from './text/encoding.js';
import { decode } from './text/decode.js';
import { sheetsOfText } from './text/sheets.js';

export type { DocumentSource } from './byte-source.js';

/** A document whose kind is known and whose tables can be read. */
export interface OpenDocument {
  readonly kind: SourceKind;
  /** Of the whole file, 64 hex digits. */
  readonly sha256: string;
  /** Null for text, which has none. */
  readonly pages: number | null;
  /** What concerns the document as a whole; complete when `sheets()` has ended. */
  readonly findings: Finding[];
  /**
   * The sheets in reading order, one at a time; memory stays flat however long the document is.
   *
   * @throws Failure `changed-while-read`, `no-such-path`, `unreadable`
   */
  sheets(): AsyncGenerator<Sheet>;
}

/**
 * Finds out by its content what a document is, in one pass over its bytes that also hashes them.
 *
 * @throws Failure `no-such-path`, `unreadable`, `empty-file`, `file-too-large`, `unsupported-kind`, `not-text`
 */
export async function openDocument(source: DocumentSource, limits: Limits): Promise<OpenDocument> {
  const { sha256, encoding } = await firstPass(source, limits);
  const findings: Finding[] = [];
  return {
    kind: 'text',
    sha256,
    pages: null,
    findings,
    async *sheets() {
      const losses = new Losses(limits);
      try {
        yield* sheetsOfText(decode(unchanged(source, sha256), encoding, losses), limits, losses);
      } finally {
        findings.splice(0, findings.length, ...losses.findings());
      }
    },
  };
}

async function firstPass(source: DocumentSource, limits: Limits): Promise<{ sha256: string; encoding: Encoding }> {
  const name = nameOf(source);
  const hash = createHash('sha256');
  const survey = new EncodingSurvey();
  let size = 0;
  for await (const chunk of chunksOf(source)) {
    if (size === 0) {
      const media = mediaTypeOf(chunk);
      if (media !== 'text') throw unsupportedKind(name, media);
    }
    size += chunk.length;
    if (size > limits.bytesPerFile) throw fileTooLarge(name, limits.bytesPerFile);
    hash.update(chunk);
    survey.push(chunk);
  }
  const encoding = survey.result();
  if (encoding === 'blank') throw emptyFile(name);
  if (encoding === 'binary') throw notText(name);
  return { sha256: hash.digest('hex'), encoding };
}

/** The bytes once more. Fails at their end if they are not the ones that were hashed. */
async function* unchanged(source: DocumentSource, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(source)) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== sha256) throw changedWhileRead(nameOf(source));
}
