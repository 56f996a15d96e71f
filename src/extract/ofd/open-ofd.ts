import type { MediumFile } from '../medium/medium.js';
import type { OpenDocument } from '../medium/open-document.js';
import { openPagedDocument } from '../medium/open-paged.js';
import { PicturePageReader } from '../scan/picture-page.js';
import { OfdPages } from './ofd-pages.js';

/** @throws Failure `damaged`, `encrypted`, `too-many-pages` */
export async function openOfd({ name, sha256, content, limits, reading }: MediumFile): Promise<OpenDocument> {
  const pictureReader = new PicturePageReader(limits, reading);
  const open = () => OfdPages.open(name, content.zip, limits, pictureReader);
  return openPagedDocument(open, { name, sha256, kind: 'ofd', limits, pictureReader });
}
