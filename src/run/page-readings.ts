import { PageReading } from '../extract/pages/page-reading.js';
import { isSound, openPacked, readPacked } from './packed-lines.js';

/** Writes the readings of pages as they come; gives how many there were. The file appears whole. */
export async function writeReadings(path: string, readings: AsyncIterable<PageReading>): Promise<void> {
  const file = openPacked<PageReading>(path);
  try {
    for await (const reading of readings) file.add(reading);
    file.finish();
  } finally {
    file.discard();
  }
}

/** The readings of pages from files, one after the other. Throws an `OutputError` where a file is not what was written. */
export async function* readReadings(paths: readonly string[]): AsyncGenerator<PageReading> {
  for (const path of paths) yield* readPacked(path, PageReading);
}

/** True where readings that an earlier run left are whole and unchanged. */
export const areSoundReadings = (path: string): Promise<boolean> => isSound(readReadings([path]));
