import type { Grey } from '../raster/raster.js';
import { type LineReading, type OcrEngine, ReaderFailed } from './ocr-engine.js';

/** A reader that reads each picture once: asked for the same one again, it gives what it read. Fails where it gives other lines. */
export function remembering(reader: OcrEngine): OcrEngine {
  const known = new WeakMap<Grey, LineReading>();
  return {
    name: reader.name,
    async read(lines) {
      const unknown = lines.filter((line) => !known.has(line));
      const read = await reader.read(unknown);
      if (read.length !== unknown.length) throw new ReaderFailed(`${reader.name} gives other lines`);
      unknown.forEach((line, at) => known.set(line, read[at] as LineReading));
      return lines.map((line) => known.get(line) as LineReading);
    },
    close: () => reader.close(),
  };
}
