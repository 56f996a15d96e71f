/** The dialects in which OCR programs write what they found and where it stood. */
export type Dialect = 'hocr' | 'alto';

/** What a page's tag begins with. Matched on bytes read as Latin-1: no name in it is anything else. */
export const PAGE_TAG: Readonly<Record<Dialect, RegExp>> = {
  hocr: /<[a-z][^<>]{0,4000}?\sclass\s*=\s*["']?(?:[\w-]{1,40}\s){0,8}ocr_page\b/gi,
  alto: /<(?:[\w-]{1,40}:)?Page[\s/>]/g,
};
const ALTO_ROOT = /<(?:[\w-]{1,40}:)?alto[\s>]/;

/** Bytes in which a root stands, behind comments and declarations. */
const ROOT_WITHIN = 8 * 1024;

/** The dialect that a file's beginning is written in, or null: hOCR is HTML with classes of its own, ALTO has a root of its own. */
export function dialectOf(head: string): Dialect | null {
  if (!/^(?:\xef\xbb\xbf)?\s*</.test(head)) return null;
  if (ALTO_ROOT.test(head.slice(0, ROOT_WITHIN))) return 'alto';
  return head.search(PAGE_TAG.hocr) === -1 ? null : 'hocr';
}
