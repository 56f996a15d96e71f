import type { MediumFile } from '../medium/medium.js';
import type { OpenDocument } from '../medium/open-document.js';
import { openPagedDocument } from '../medium/open-paged.js';
import { OcrPages } from './ocr-pages.js';
import type { Dialect } from '../source/ocr-dialect.js';

/** No reader of pictures is asked: the file is what one has read. */
const NO_READER = { lacksReader: false };

/** @throws Failure `damaged`, `too-many-pages` */
export function openOcr({ name, sha256, content, limits }: MediumFile, dialect: Dialect): Promise<OpenDocument> {
  const open = () => Promise.resolve(new OcrPages(content.bytes, dialect, name, limits));
  return openPagedDocument(open, { name, sha256, kind: 'scan', limits, pictureReader: NO_READER });
}
