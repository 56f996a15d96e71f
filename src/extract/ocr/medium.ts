import { mediaTypeOf } from '../source/sniff.js';
import type { Content, Medium } from '../medium/medium.js';
import type { Dialect } from '../source/ocr-dialect.js';

/** Bytes in which a file says what it is. */
const HEAD_BYTES = 64 * 1024;

function dialectIn({ bytes }: Content): Dialect | null {
  const media = mediaTypeOf(bytes.subarray(0, HEAD_BYTES));
  return media === 'hocr' || media === 'alto' ? media : null;
}

/** What OCR programs write of their work: words with boxes and confidences. */
export const ocr: Medium = {
  recognises: (content) => dialectIn(content) !== null,
  async open(file) {
    const { openOcr } = await import('./open-ocr.js');
    return openOcr(file, dialectIn(file.content) ?? 'hocr');
  },
};
