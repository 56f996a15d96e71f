import type { Grey } from '../grey.js';
import type { LineReading, OcrEngine } from './ocr-engine.js';

/** A reader that reads each picture once: asked for the same one again, it gives what it read. */
export function remembering(reader: OcrEngine): OcrEngine {
  const known = new WeakMap<Grey, LineReading>();
  return {
    name: reader.name,
    async read(lines) {
      const unknown = lines.filter((line) => !known.has(line));
      const read = await reader.read(unknown);
      unknown.forEach((line, at) => known.set(line, read[at] as LineReading));
      return lines.map((line) => known.get(line) as LineReading);
    },
    close: () => reader.close(),
  };
}
