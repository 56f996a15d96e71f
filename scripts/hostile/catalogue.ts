import { ADDITIONS } from './additions.js';
import { BOMBS } from './bombs.js';
import { DRAWINGS } from './drawings.js';
import type { HostileFile } from './hostile-file.js';
import { OCR_FILES } from './ocr-files.js';
import { OFD_FILES } from './ofd-files.js';
import { NOT_PDFS } from './not-pdfs.js';
import { PICTURES } from './pictures.js';
import { STRUCTURES } from './structures.js';
import { TEXTS } from './texts.js';
import { WORD_FILES } from './word-files.js';
import { WORKBOOK_FILES } from './workbook-files.js';

/** Every hostile file, with what becomes of it. */
export const HOSTILE: readonly HostileFile[] = [
  ...NOT_PDFS,
  ...STRUCTURES,
  ...BOMBS,
  ...DRAWINGS,
  ...PICTURES,
  ...TEXTS,
  ...ADDITIONS,
  ...WORD_FILES,
  ...WORKBOOK_FILES,
  ...OFD_FILES,
  ...OCR_FILES,
];
