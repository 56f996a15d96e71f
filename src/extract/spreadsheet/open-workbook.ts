import type { MediumFile } from '../medium/medium.js';
import { openPageless } from '../medium/open-pageless.js';
import { Notes } from '../source/notes.js';
import type { OpenDocument } from '../medium/open-document.js';
import { readWorkbook } from './read-workbook.js';
import { sheetsOfWorksheet } from './worksheet-sheets.js';

/** @throws Failure `damaged`, `encrypted`, `program-missing` */
export async function openWorkbook(file: MediumFile): Promise<OpenDocument> {
  const { name, content, limits } = file;
  const { sheets: worksheets } = await readWorkbook(name, content.bytes);
  const notes = new Notes();
  // eslint-disable-next-line @typescript-eslint/require-await -- same shape as the sheets of other media
  return openPageless('spreadsheet', file, notes, async function* (losses) {
    for (const worksheet of worksheets) {
      if (worksheet.isHidden) notes.add('hidden-left-out', worksheet.name);
      else yield* sheetsOfWorksheet(worksheet, { limits, losses, notes });
    }
  });
}
