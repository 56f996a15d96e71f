import type { CellReading } from '../../../schema/sheet.js';
import type { Grey } from '../raster/raster.js';
import { withMiddleDots } from './middle-dot.js';
import type { LineReading } from '../readers/ocr-engine.js';
import { hasUnreadPrint } from './unread-text.js';

/** What a reader made of a strip's picture, with the middle dots that its ink shows. */
export function readingOf(by: string, line: LineReading, picture: Grey): CellReading {
  const { text, confidence } = withMiddleDots(line, picture);
  return { by, text: text.trim(), confidence };
}

/** How sure a reader is of a line at most that has print in it which it did not read. */
const PARTLY_READ = 0.5;

/** The reading, unsure where print is left that it has nothing for. */
export const asFarAsRead = (reading: CellReading, line: LineReading, picture: Grey): CellReading =>
  hasUnreadPrint(line, picture) ? { ...reading, confidence: Math.min(reading.confidence, PARTLY_READ) } : reading;

/** True where print may be left that it has nothing for. */
export const isPartly = ({ confidence }: CellReading) => confidence <= PARTLY_READ;
