import { type Dialect, PAGE_TAG } from '../source/ocr-dialect.js';

const END_TAG: Readonly<Record<Dialect, RegExp>> = {
  hocr: /<\/html\s*>\s*$/i,
  alto: /<\/(?:[\w-]{1,40}:)?alto\s*>\s*$/i,
};

/** Bytes in which a file's last tag ends. */
const TAIL_BYTES = 200;

export interface PageSlices {
  /** What stands before the first page. */
  readonly head: Uint8Array;
  /** A page each, from its tag to the next one's. */
  readonly pages: readonly Uint8Array[];
  /** True where the file ends before it says so. */
  readonly isCut: boolean;
}

/** Parts a file into its pages, so that each can be read on its own and what is damaged in one leaves the others whole. */
export function pageSlicesOf(bytes: Uint8Array, dialect: Dialect): PageSlices {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const starts = Array.from(latin1.matchAll(PAGE_TAG[dialect]), ({ index }) => index);
  return {
    head: bytes.subarray(0, starts[0] ?? bytes.length),
    pages: starts.map((from, index) => bytes.subarray(from, starts[index + 1] ?? bytes.length)),
    isCut: !END_TAG[dialect].test(latin1.slice(-TAIL_BYTES)),
  };
}
