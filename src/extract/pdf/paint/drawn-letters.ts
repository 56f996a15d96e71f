import type { Box } from '../../../schema/sheet.js';
import type { Paint } from './colour.js';
import { around } from '../../geometry/box.js';
import { RULE_THICKNESS_PT, type Subpath } from '../../lattice/path-rulings.js';
import type { PaintedRule } from './visible-rules.js';

/** Points, either way. Larger shapes are no letters of a watermark or a seal. */
const LARGEST_LETTER_PT = 150;
/** The part of the box around it that a letter's contour encloses at most: boxes, round ones too, enclose more. */
const MOST_ENCLOSED = 0.8;
/** Contours. Fewer are a sign or a picture. */
const FEWEST_LETTERS = 2;
/** Thin contours for each letter: more are the dots of dotted rules, beside some sign. */
const MOST_THIN = 3;
/** In heights of the largest letter. No stroke of a letter is longer. */
const LONGEST_STROKE = 1.1;

/** In the order of painting: the place of what came before, and that of the last of what is told. */
interface Places {
  readonly after: number;
  readonly last: number;
}

/** Shapes of one ink, filled one after the other. */
interface Run extends Paint {
  readonly after: number;
  last: number;
  letters: number;
  thin: number;
  /** Points, of the largest letter. */
  size: number;
}

/**
 * Letters that are filled as paths, as programs draw the text of watermarks and seals: their level and upright strokes look like rules,
 * and rule nothing.
 */
export class DrawnLetters {
  readonly #lettered: Run[] = [];
  #run: Run | null = null;

  /** Notes a path that is filled. */
  note(contours: readonly Subpath[], paint: Paint, places: Places): void {
    const run = this.#runOf(paint, places);
    for (const { points } of contours) {
      const box = around(points);
      const [width, height] = [box[2] - box[0], box[3] - box[1]];
      if (Math.min(width, height) <= RULE_THICKNESS_PT) run.thin += 1;
      else if (Math.max(width, height) <= LARGEST_LETTER_PT && enclosedPart(points, box) <= MOST_ENCLOSED) {
        run.letters += 1;
        run.size = Math.max(run.size, width, height);
        if (run.letters === FEWEST_LETTERS) this.#lettered.push(run);
      }
    }
  }

  /** Notes a rectangle that is filled. */
  noteBox(isThin: boolean, paint: Paint, places: Places): void {
    const run = this.#runOf(paint, places);
    if (isThin) run.thin += 1;
  }

  #runOf({ colour, alpha }: Paint, { after, last }: Places): Run {
    let run = this.#run;
    if (run?.last !== after || run.colour !== colour || run.alpha !== alpha)
      this.#run = run = { colour, alpha, after, last, letters: 0, thin: 0, size: 0 };
    run.last = last;
    return run;
  }

  /** The rules that are no strokes of such letters. */
  without(rules: readonly PaintedRule[]): readonly PaintedRule[] {
    const runs = this.#lettered.filter(({ letters, thin }) => thin > 0 && thin <= MOST_THIN * letters);
    if (runs.length === 0) return rules;
    const isStroke = ({ order, from, to }: PaintedRule) =>
      runs.some(({ after, last, size }) => order > after && order <= last && to - from <= LONGEST_STROKE * size);
    return rules.filter((rule) => !isStroke(rule));
  }
}

/** How much of its box a contour encloses, by the corners and control points that it goes through (the shoelace formula). */
function enclosedPart(points: Subpath['points'], [x0, y0, x1, y1]: Box): number {
  let twice = 0;
  let [lastX, lastY] = points.at(-1) ?? [0, 0];
  for (const [x, y] of points) {
    twice += (lastX - x0) * (y - y0) - (x - x0) * (lastY - y0);
    [lastX, lastY] = [x, y];
  }
  return Math.abs(twice) / 2 / ((x1 - x0) * (y1 - y0));
}
