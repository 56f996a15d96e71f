import { describe, expect, it } from 'vitest';
import type { Axis, Ruling } from '../../../../src/extract/lattice/ruling.js';
import { streaksOf, transposed } from '../../../../src/extract/scan/flatten/rule-traces.js';
import { ruledSegments } from '../../../../src/extract/scan/rulings/ruled-segments.js';
import { DrawnPage } from '../../../made/drawn-page.js';

const [LEFT, RIGHT, TOP, BOTTOM] = [100, 700, 100, 400];
const PLACE = { vertical: 380, horizontal: 250 };
const LEAST = 14;

/** A frame as large as this with a rule down its middle, as they are found; none of it is drawn yet. */
const rule = (axis: Axis, at: number, from: number, to: number): Ruling => ({ axis, at, from, to });
const FRAME = [
  rule('horizontal', TOP, LEFT, RIGHT),
  rule('horizontal', BOTTOM, LEFT, RIGHT),
  rule('vertical', LEFT, TOP, BOTTOM),
  rule('vertical', RIGHT, TOP, BOTTOM),
];

/** What is left of rules on a page that lies flat. */
function kept(found: readonly Ruling[], page: DrawnPage): Ruling[] {
  const dark = { width: page.width, height: page.height, data: page.data.map((value) => 255 - value) };
  const down = transposed(dark);
  const isFlat = (x: number, y: number): [number, number] => [x, y];
  return ruledSegments(
    found,
    { toFlat: isFlat, toPicture: isFlat },
    {
      horizontal: { dark, streaks: streaksOf(dark) },
      vertical: { dark: down, streaks: streaksOf(down) },
    },
    LEAST,
    0,
  );
}

function framed(): DrawnPage {
  const page = new DrawnPage(800, 500);
  for (const y of [TOP, BOTTOM]) page.fill(LEFT, y, RIGHT, y + 2);
  for (const x of [LEFT, RIGHT]) page.fill(x, TOP, x + 2, BOTTOM);
  return page;
}

describe('a dotted rule', () => {
  /** Three pixels of ink and two of paper in turn. */
  const dotted = () => {
    const page = framed();
    for (let y = TOP; y < BOTTOM; y += 5) page.fill(PLACE.vertical, y, PLACE.vertical + 2, y + 3);
    return page;
  };
  const whole = rule('vertical', PLACE.vertical, TOP, BOTTOM);

  it('stays whole where strokes that seem to cross it leave pieces as long as its gaps', () => {
    const strokes = [230, 236, 243].map((y) => rule('horizontal', y, LEFT, RIGHT));
    expect(kept([...FRAME, whole, ...strokes], dotted()).filter(({ at }) => at === PLACE.vertical)).toEqual([whole]);
  });

  it('reaches the rule that it leads to where strokes seem to cross it close by', () => {
    const strokes = [BOTTOM - 20, BOTTOM - 14, BOTTOM - 7].map((y) => rule('horizontal', y, LEFT, RIGHT));
    expect(kept([...FRAME, whole, ...strokes], dotted()).filter(({ at }) => at === PLACE.vertical)).toEqual([whole]);
  });

  it('ends where most of it between two rules is missing', () => {
    const across = rule('horizontal', PLACE.horizontal, LEFT, RIGHT);
    const page = dotted().fill(LEFT, PLACE.horizontal, RIGHT, PLACE.horizontal + 2);
    page.fill(PLACE.vertical - 2, PLACE.horizontal + 4, PLACE.vertical + 4, BOTTOM - 50, 255);
    const [part] = kept([...FRAME, whole, across], page).filter(({ at }) => at === PLACE.vertical);
    expect(part).toEqual({ ...whole, to: PLACE.horizontal });
  });
});

describe('strokes one above the other, with as little paper between them as between dots', () => {
  it('are no rule on a page whose rules are drawn through', () => {
    const page = framed();
    const stroke = rule('vertical', PLACE.vertical, TOP, PLACE.horizontal);
    for (let y = TOP; y < PLACE.horizontal; y += 25) {
      page.fill(PLACE.vertical, y, PLACE.vertical + 2, y + 23);
      // The rest of a letter, close by for half of its height.
      page.fill(PLACE.vertical + 5, y + 6, PLACE.vertical + 12, y + 18);
    }
    const across = rule('horizontal', PLACE.horizontal, LEFT, RIGHT);
    page.fill(LEFT, PLACE.horizontal, RIGHT, PLACE.horizontal + 2);
    expect(kept([...FRAME, across, stroke], page).filter(({ at }) => at === PLACE.vertical)).toEqual([]);
  });
});
