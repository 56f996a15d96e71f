import { deflateRawSync } from 'node:zlib';
import { randomFrom } from '../damage/random.js';
import { goodPdf } from './good.js';
import type { HostileFile } from './hostile-file.js';
import { failed, NO_FORM, NO_PROJECT, skipped } from './outcome.js';

/** Tenths of the file's bytes from which on its page is whole, with the form's title. */
const PAGE_IS_WHOLE_FROM = 5;

const SEED = 5;

export function noise(bytes: number): Buffer {
  const random = randomFrom(SEED);
  return Buffer.from(Array.from({ length: bytes }, () => random.int(256)));
}

/** Bytes that are named as a PDF and are none, or only its beginning. */
export const NOT_PDFS: readonly HostileFile[] = [
  { name: 'empty.pdf', what: 'no byte', outcome: failed('empty-file'), make: () => Buffer.alloc(0) },
  { name: 'blanks.pdf', what: 'blanks only', outcome: failed('empty-file'), make: () => Buffer.alloc(4096, ' ') },
  { name: 'header-only.pdf', what: '`%PDF-1.7`', outcome: failed('damaged'), make: () => Buffer.from('%PDF-1.7\n') },
  {
    name: 'header-noise.pdf',
    what: 'a header, then noise',
    outcome: failed('damaged'),
    make: () => Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(65_536)]),
  },
  { name: 'noise.pdf', what: 'noise', outcome: skipped('not-text'), make: () => noise(65_536) },
  {
    name: 'html.pdf',
    what: 'the page of a portal that asks to log in',
    outcome: NO_FORM,
    make: () => Buffer.from('<!DOCTYPE html><html><title>登录</title><body><p>请先登录后下载文件。</p></body></html>'),
  },
  {
    name: 'zip.pdf',
    what: 'a ZIP archive without its list of files',
    outcome: failed('damaged'),
    make: () => zipOf('a.txt', 'a'),
  },
  ...cutAtEveryTenth(),
];

/** A ZIP archive of one file, as far as it takes to be known as one. */
function zipOf(name: string, text: string): Buffer {
  const data = deflateRawSync(text);
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(8, 8); // deflated
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(text.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), data]);
}

/** A printed form whose download broke off: the page stands at its file's beginning, fonts and the index at its end.
 * Without its fonts nothing on it can be read: what is left of the form is set aside. */
function cutAtEveryTenth(): HostileFile[] {
  return Array.from({ length: 9 }, (_, index) => {
    const tenths = index + 1;
    return {
      name: `cut-at-${tenths}-tenths.pdf`,
      what: `a printed form cut off after ${tenths} tenths of its bytes`,
      outcome: tenths < PAGE_IS_WHOLE_FROM ? NO_FORM : NO_PROJECT,
      make: () => {
        const bytes = goodPdf();
        return bytes.subarray(0, Math.floor((bytes.length * tenths) / 10));
      },
    };
  });
}
