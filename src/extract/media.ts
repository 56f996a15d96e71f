import { docx } from './docx/medium.js';
import { hasSignature } from './sniff.js';
import type { Content, Medium } from './medium.js';
import { openDocumentFile } from './open-document/medium.js';
import { oleStreamsOf } from './ole/ole-streams.js';
import { openZip } from './zip/zip-package.js';
import type { Limits } from '../schema/limits.js';

/** The kinds of packed files that can be read. Each knows its own; no two know the same file. */
export const MEDIA: readonly Medium[] = [docx, openDocumentFile];

/** Looks into a packed file as far as it takes to tell what it is. @throws Failure `damaged`, `unpacks-too-large` */
export async function contentOf(bytes: Uint8Array, name: string, limits: Limits): Promise<Content> {
  return {
    bytes,
    zip: hasSignature(bytes, 'zip') ? await openZip(bytes, { name, limits }) : null,
    oleStreams: hasSignature(bytes, 'ole') ? oleStreamsOf(bytes) : null,
  };
}
