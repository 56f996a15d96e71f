import { createHash } from 'node:crypto';
import type { Limits } from '../schema/limits.js';
import { DEFAULT_READING, type ReadingOptions } from '../schema/reading-options.js';
import { type DocumentSource, chunksOf, nameOf, sizeOf } from './source/byte-source.js';
import { GatheredBytes } from './source/gathered-bytes.js';
import { Notes } from './source/notes.js';
import { openPageless } from './medium/open-pageless.js';
import { changedWhileRead, emptyFile, fileTooLarge, notText, unsupportedKind } from './source/refusal.js';
import { contentOf, MEDIA } from './media.js';
import type { PageTest } from './pdf/passed-over.js';
import type { OpenDocument } from './medium/open-document.js';
import { openPagedDocument } from './medium/open-paged.js';
import {
  isPackedMedia,
  isPictureMedia,
  type MediaType,
  mediaTypeOf,
  type PackedMedia,
  type PictureMedia,
} from './source/sniff.js';
import { type Encoding, EncodingSurvey } from './text/encoding.js';
import { decode } from './text/decode.js';
import { sheetsOfText } from './text/sheets.js';

export type { OpenDocument, PagedReading } from './medium/open-document.js';
export type { DocumentSource } from './source/byte-source.js';

/**
 * Finds out by its content what a document is, in one pass over its bytes that also hashes them. Of a PDF, pages whose text is not worth
 * reading are passed over: they give no items.
 *
 * @throws Failure `no-such-path`, `unreadable`, `empty-file`, `file-too-large`, `unsupported-kind`, `not-text`, `encrypted`, `damaged`,
 * `too-many-pages`
 */
export async function openDocument(
  source: DocumentSource,
  limits: Limits,
  reading: ReadingOptions = DEFAULT_READING,
  isWorthReading: PageTest | null = null,
): Promise<OpenDocument> {
  const first = await firstPass(source, limits);
  if (first.media === 'text') return openTextDocument(source, first, limits);
  const name = nameOf(source);
  const { sha256, bytes, media } = first;
  if (isPackedMedia(media)) {
    const content = await contentOf(bytes, name, limits);
    const medium = MEDIA.find((each) => each.recognises(content));
    if (medium === undefined) throw unsupportedKind(name, media);
    return medium.open({ name, sha256, content, limits, reading });
  }
  const { PicturePageReader } = await import('./scan/picture-page.js');
  const pictureReader = new PicturePageReader(limits, reading);
  if (media === 'pdf') {
    // pdf.js takes long to load: only who opens a PDF pays for it.
    const { PdfPages } = await import('./pdf/pages.js');
    const load = loadingAgain(source, sha256, bytes);
    const open = () =>
      PdfPages.open({ name, bytes: load, password: source.password }, limits, { pictureReader, isWorthReading });
    return openPagedDocument(open, { name, sha256, kind: 'pdf', limits, pictureReader });
  }
  const { FilePages } = await import('./scan/file-pages.js');
  const open = () => FilePages.open({ name, bytes, media }, limits, pictureReader);
  return openPagedDocument(open, { name, sha256, kind: 'scan', limits, pictureReader });
}

type FirstPass = { readonly sha256: string } & (
  | { readonly media: 'text'; readonly encoding: Encoding }
  | { readonly media: 'pdf' | PictureMedia | PackedMedia; readonly bytes: Uint8Array }
);
type Of<Media> = Extract<FirstPass, { readonly media: Media }>;

const openTextDocument = (source: DocumentSource, { sha256, encoding }: Of<'text'>, limits: Limits): OpenDocument =>
  openPageless('text', { sha256, limits }, new Notes(), (losses) =>
    sheetsOfText(decode(unchanged(source, sha256), encoding, losses), limits, losses),
  );

async function firstPass(source: DocumentSource, limits: Limits): Promise<FirstPass> {
  const name = nameOf(source);
  const hash = createHash('sha256');
  const survey = new EncodingSurvey();
  let media: MediaType = 'text';
  let kept: GatheredBytes | null = null;
  let size = 0;
  for await (const chunk of chunksOf(source)) {
    if (size === 0) {
      media = mediaTypeOf(chunk);
      if (media !== 'text' && !isKept(media)) throw unsupportedKind(name, media);
    }
    size += chunk.length;
    if (size > limits.bytesPerFile) throw fileTooLarge(name, limits.bytesPerFile);
    hash.update(chunk);
    if (media === 'text') survey.push(chunk);
    else (kept ??= new GatheredBytes(Math.min(await sizeOf(source), limits.bytesPerFile))).add(chunk);
  }
  const sha256 = hash.digest('hex');
  if (kept !== null && isKept(media)) return { media, sha256, bytes: kept.bytes() };
  const encoding = survey.result();
  if (encoding === 'blank') throw emptyFile(name);
  if (encoding === 'binary') throw notText(name);
  return { media: 'text', sha256, encoding };
}

/** Kinds of files whose parts stand anywhere in their bytes. */
const isKept = (media: MediaType): media is 'pdf' | PictureMedia | PackedMedia =>
  media === 'pdf' || isPictureMedia(media) || isPackedMedia(media);

/** Gives the bytes that were read, and reads them anew where they are asked for again. */
function loadingAgain(source: DocumentSource, sha256: string, bytes: Uint8Array): () => Promise<Uint8Array> {
  let unused: Uint8Array | null = bytes;
  return async () => {
    const given = unused;
    unused = null;
    if (given !== null) return given;
    const again = new GatheredBytes(await sizeOf(source));
    for await (const chunk of unchanged(source, sha256)) again.add(chunk);
    return again.bytes();
  };
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
