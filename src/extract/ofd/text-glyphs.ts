import { PLAIN_STYLE, type Direction, type Glyph } from '../geometry/glyph.js';
import { mapBox } from '../geometry/box.js';
import { apply, type Matrix } from '../geometry/matrix.js';
import { attribute, type Element } from '../xml/tree.js';

/** Parts of an em above and below the baseline, as the PDF reader has them. */
const ASCENT = 0.88;
const DESCENT = -0.12;
/** Ems. How wide a character is where no next one tells it. */
const WIDE = 1;
const NARROW = 0.5;
const NARROW_CHARACTER = /[\u0020-\u024f\u2010-\u2027\uff61-\uffdc]/;
/** A list of steps is no longer than the text that it belongs to. */
const MOST_STEPS = 100_000;

/**
 * The glyphs of a text object (GB/T 33190, 11), whose place on the page `toPage` maps from millimetres. Each character stands as many
 * millimetres from the one before as DeltaX and DeltaY tell; `textObject` is its number on the page.
 */
export function glyphsOfText(object: Element, toPage: Matrix, textObject: number): Glyph[] {
  const size = Number(attribute(object, 'Size') ?? 0);
  const stretch = Number(attribute(object, 'HScale') ?? 1) || 1;
  if (!(size > 0)) return [];
  const glyphs: Glyph[] = [];
  let [x, y] = [0, 0];
  for (const code of object.children.filter(({ name }) => name === 'TextCode')) {
    x = numberOf(attribute(code, 'X'), x);
    y = numberOf(attribute(code, 'Y'), y);
    const [right, down] = [stepsOf(attribute(code, 'DeltaX')), stepsOf(attribute(code, 'DeltaY'))];
    const characters = Array.from(withoutLineBreaks(code.text));
    characters.forEach((text, index) => {
      const natural = widthOf(text) * size * stretch;
      const isDown = right.length === 0 && down.length > 0;
      const [dx, dy] = [right[index] ?? (isDown ? 0 : natural), down[index] ?? 0];
      const width = isDown || dx <= 0 ? natural : Math.min(dx, natural);
      glyphs.push(glyphAt({ text, x, y, width, size, step: Math.hypot(dx, dy) }, toPage, { isDown, textObject }));
      x += dx;
      y += dy;
    });
  }
  return glyphs.filter((glyph) => glyph.box.every(Number.isFinite));
}

interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly step: number;
}

function glyphAt(
  { text, x, y, width, size, step }: Placed,
  toPage: Matrix,
  { isDown, textObject }: { isDown: boolean; textObject: number },
): Glyph {
  const [a, b] = toPage;
  const [pageX, pageY] = apply(toPage, x, y);
  const scale = Math.hypot(a, b);
  // OFD's y axis points down: the ascent lies above, at smaller y.
  const box = mapBox(toPage, [x, y - ASCENT * size, x + width, y - DESCENT * size]);
  const along = directionOf(a, b);
  return {
    text,
    box,
    x: isDown ? (box[0] + box[2]) / 2 : pageX,
    y: isDown ? box[1] : pageY,
    advance: step * scale,
    size: size * scale,
    direction: isDown ? (((along + 1) % 4) as Direction) : along,
    isVertical: isDown,
    textObject,
    order: textObject,
    style: PLAIN_STYLE,
  };
}

function directionOf(dx: number, dy: number): Direction {
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 2;
  return dy > 0 ? 1 : 3;
}

/** `g 3 5.5 6` is 5.5 three times, then 6 (GB/T 33190, 11.3). */
export function stepsOf(list: string | undefined): number[] {
  const words = (list ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const steps: number[] = [];
  for (let at = 0; at < words.length && steps.length < MOST_STEPS;) {
    if (words[at] === 'g') {
      const [times, step] = [Number(words[at + 1]), Number(words[at + 2])];
      if (Number.isFinite(step)) for (let time = 0; time < Math.min(times, MOST_STEPS); time += 1) steps.push(step);
      at += 3;
    } else {
      steps.push(numberOf(words[at], 0));
      at += 1;
    }
  }
  return steps;
}

const widthOf = (text: string) => (NARROW_CHARACTER.test(text) ? NARROW : WIDE);

function numberOf(text: string | undefined, otherwise: number): number {
  const value = Number(text ?? Number.NaN);
  return Number.isFinite(value) ? value : otherwise;
}

/** A text without the line breaks, and the blanks around them, that only lay out its XML. Blanks alone are text. */
function withoutLineBreaks(text: string): string {
  const behind = text.trimStart();
  const from = text.slice(0, text.length - behind.length).includes('\n') ? behind : text;
  const before = from.trimEnd();
  return from.slice(before.length).includes('\n') ? before : from;
}
