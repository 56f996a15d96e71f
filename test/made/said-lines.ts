import type { Grey } from '../../src/extract/scan/raster/raster.js';
import type { LineReading, OcrEngine } from '../../src/extract/scan/readers/ocr-engine.js';

/** A line whose bytes say what stands on it (ASCII), for readers that do not look at pictures. */
export function sayingLine(text: string): Grey {
  const data = new TextEncoder().encode(text);
  return { width: data.length, height: 1, data };
}

/** What the first row of a line says; several, with white between them, with blanks. */
export const saidBy = ({ width, data }: Grey): string =>
  Buffer.from(data.subarray(0, width)).toString('latin1').replace(/ÿ+/g, ' ').trim();

/** A reader of such lines, which reads or fails as `read` says, and keeps in `asked` what it was given, one list a time. */
export function sayingEngine(
  name: string,
  read: (said: string) => string | Partial<LineReading> = (said) => said,
): OcrEngine & { readonly asked: string[][] } {
  const asked: string[][] = [];
  return {
    name,
    asked,
    async read(lines) {
      await Promise.resolve();
      if (lines.length > 0) asked.push(lines.map(saidBy));
      return lines.map((line) => {
        const reading = read(saidBy(line));
        return {
          text: '',
          confidence: 1,
          ...(typeof reading === 'string' ? { text: reading } : reading),
        };
      });
    },
    close: () => Promise.resolve(),
  };
}
