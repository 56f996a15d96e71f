import { docx } from './docx/medium.js';
import { hasSignature } from './source/sniff.js';
import type { Content, Medium } from './medium/medium.js';
import { openDocumentFile } from './open-document/medium.js';
import { ocr } from './ocr/medium.js';
import { ofd } from './ofd/medium.js';
import { oldWord } from './old-word/medium.js';
import { oleStreamsOf } from './ole/ole-streams.js';
import { spreadsheet } from './spreadsheet/medium.js';
import { encryptedFile } from './zip/refusal.js';
import { openZip } from './zip/zip-package.js';
import type { Limits } from '../schema/limits.js';

/** The kinds of packed files that can be read. Each knows its own; no two know the same file. */
export const MEDIA: readonly Medium[] = [docx, openDocumentFile, spreadsheet, oldWord, ofd, ocr];

/** Looks into a packed file as far as it takes to tell what it is. @throws Failure `damaged`, `encrypted`, `unpacks-too-large` */
export async function contentOf(bytes: Uint8Array, name: string, limits: Limits): Promise<Content> {
  const oleStreams = hasSignature(bytes, 'ole') ? oleStreamsOf(bytes) : null;
  if (oleStreams?.has('EncryptedPackage') === true) throw encryptedFile(name); // MS-OFFCRYPTO 2.3.4.4
  return {
    bytes,
    zip: hasSignature(bytes, 'zip') ? await openZip(bytes, { name, limits }) : null,
    oleStreams,
  };
}
