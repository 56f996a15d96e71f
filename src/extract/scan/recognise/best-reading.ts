import type { CellReading } from '../../../schema/sheet.js';
import type { Grey } from '../raster/raster.js';
import { inkBetween } from '../line-images/ink.js';

/** Pixels of ink: a strip with so many holds a character, and no speck. */
const CHARACTER = 100;
/** How sure a reader is at least of what it sees where others see nothing: of a character, and of what may be a speck. */
const SEEN = { character: 0.2, speck: 0.9 };

/**
 * What two readers agree on first, then what was read most often, then what the first reader is surest of. Where one of them is
 * sure enough of what it sees, that others see nothing says nothing. `picture` is the strip that was read.
 */
export function bestFirst(readings: readonly CellReading[], picture: Grey): CellReading[] {
  const votes = ({ text, by, confidence }: CellReading) => {
    const same = readings.filter((reading) => reading.text === text);
    const own = by === readings[0]?.by ? confidence : 0;
    return new Set(same.map((reading) => reading.by)).size * 10 + same.length + own / 2;
  };
  const best = readings.toSorted((a, b) => votes(b) - votes(a));
  if (best[0]?.text !== '') return best;
  const sure = inkBetween(picture, 0, picture.width) >= CHARACTER ? SEEN.character : SEEN.speck;
  const isSeen = ({ text, confidence }: CellReading) => text !== '' && confidence >= sure;
  return [...best.filter(isSeen), ...best.filter((reading) => !isSeen(reading))];
}
