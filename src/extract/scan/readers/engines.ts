import type { OcrEngine } from './ocr-engine.js';
import { openPpocr } from './ppocr.js';
import type { EngineName } from './reader-messages.js';
import { openTesseract } from './tesseract.js';

/** Opens an engine in this process. */
export function openEngine(name: EngineName): Promise<OcrEngine> {
  switch (name) {
    case 'ppocr':
      return openPpocr();
    case 'tesseract-text':
      return openTesseract('chi_sim');
    case 'tesseract-numbers':
      return openTesseract('eng');
  }
}
