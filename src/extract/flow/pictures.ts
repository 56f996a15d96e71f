import { Failure } from '../../schema/failure.js';
import type { Sheet } from '../../schema/sheet.js';
import { Losses } from '../source/losses.js';
import type { MediumFile } from '../medium/medium.js';
import type { Notes } from '../source/notes.js';
import { PageSheets } from '../pages/page-sheets.js';
import { isPictureMedia, mediaTypeOf } from '../source/sniff.js';
import type { PictureSheets } from './flow-sheets.js';

/** Pixels. A picture with a shorter side is an emblem, a stamp or a signature, and no page. */
const PAGE_PIXELS = 600;
/** Bytes. A scanned page takes more; what is smaller is not looked into. */
const PAGE_BYTES = 15_000;

/**
 * Reads the pictures in a document that are large enough for a page, as scans are read: each gives its sheets, in its place. The cells know
 * the picture, counted in reading order.
 */
export function picturesIn(
  { limits, reading }: MediumFile,
  notes: Notes,
  bytesOf: (source: string) => Promise<Uint8Array | null>,
): PictureSheets {
  let picture = 0;
  return async function* (source: string): AsyncGenerator<Sheet> {
    picture += 1;
    const number = picture;
    const bytes = await bytesOf(source).catch((error: unknown) => {
      if (error instanceof Failure) return null;
      throw error;
    });
    if (bytes === null || bytes.length < PAGE_BYTES) return;
    const media = mediaTypeOf(bytes);
    if (!isPictureMedia(media)) return;
    const { pictureAt } = await import('../scan/picture/pictures-of-file.js');
    const { headOf } = await import('../scan/picture/decode.js');
    const head = await headOf(bytes, 0);
    if (head !== null && Math.min(head.width, head.height) < PAGE_PIXELS) return;
    const { PicturePageReader } = await import('../scan/picture-page.js');
    const reader = new PicturePageReader(limits, reading);
    if (!reader.reads) {
      notes.add('picture-unread', String(number));
      return;
    }
    const read = await reader.read(1, await pictureAt(bytes, 1, limits), null);
    if (read.kind !== 'scan') {
      notes.add('picture-unread', String(number));
      return;
    }
    const sheets = new PageSheets(limits, new Losses(limits));
    for (const sheet of [...sheets.push(read), ...sheets.end()]) yield placed(sheet, number);
  };
}

/** A picture is no page: what was read knows the picture instead. */
function placed(sheet: Sheet, picture: number): Sheet {
  const at = { picture };
  return {
    ...sheet,
    lines: sheet.lines.map((line) => ({ ...line, page: null, at })),
    cells: sheet.cells.map((cell) => ({ ...cell, page: null, at })),
  };
}
