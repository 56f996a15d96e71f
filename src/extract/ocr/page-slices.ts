/** The dialects in which OCR programs write what they found and where it stood. */
export type Dialect = 'hocr' | 'alto';

/** What a page's tag begins with. Matched on bytes read as Latin-1: no name in it is anything else. */
const PAGE_TAG: Readonly<Record<Dialect, RegExp>> = {
  hocr: /<[a-z][^<>]{0,4000}?\sclass\s*=\s*["']?(?:[\w-]{1,40}\s){0,8}ocr_page\b/gi,
  alto: /<(?:[\w-]{1,40}:)?Page[\s/>]/g,
};
const END_TAG: Readonly<Record<Dialect, RegExp>> = {
  hocr: /<\/html\s*>\s*$/i,
  alto: /<\/(?:[\w-]{1,40}:)?alto\s*>\s*$/i,
};

const ALTO_ROOT = /<(?:[\w-]{1,40}:)?alto[\s>]/;

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

/** The dialect that a file's beginning is written in, or null: hOCR is HTML with classes of its own, ALTO has a root of its own. */
export function dialectOf(head: string): Dialect | null {
  if (!/^(?:\xef\xbb\xbf)?\s*</.test(head)) return null;
  if (ALTO_ROOT.test(head.slice(0, ROOT_WITHIN))) return 'alto';
  return head.search(PAGE_TAG.hocr) === -1 ? null : 'hocr';
}

/** Bytes in which a root stands, behind comments and declarations. */
const ROOT_WITHIN = 8 * 1024;
