import type { Box } from '../../../schema/sheet.js';
import { mapBox } from '../../geometry/box.js';
import type { Paint } from '../paint/colour.js';
import { fillOf, hides, isSeen, strokeOf } from './ink.js';
import { multiply, scaleOf } from '../../geometry/matrix.js';
import { looksLike, UNKNOWN_COLOUR, WHITE } from '../paint/colour.js';
import { mayBeGround, type PaintOrder } from '../paint/paint-order.js';
import { fills, isBox, keepsBoxes, shapesOf, strokes, type Shape } from './painted-path.js';
import { paintingsOf, type PaintedPicture } from './painted-pictures.js';
import {
  boxAround,
  rulingsOfFill,
  rulingsOfShape,
  rulingsOfStroke,
  subpathsOf,
  type DrawnRuling,
} from '../../lattice/path-rulings.js';
import { OPS } from '../library/pdfjs-library.js';
import type { GraphicsStack } from './graphics-stack.js';
import type { MarkedContent } from './marked-content.js';

/** Numbers. pdf.js writes a rectangle as four points and their operations, and one that closes it. */
const LONGEST_RECTANGLE = 13;
const UNIT_SQUARE: Box = [0, 0, 1, 1];

/** Paints paths, areas and pictures. */
export class ShapePainter {
  readonly #stack: GraphicsStack;
  readonly #marks: MarkedContent;
  readonly #order: PaintOrder;
  readonly pictures: PaintedPicture[] = [];
  /** True once something other than text and pictures is painted that is not white. */
  hasDrawings = false;
  #clipsNext = false;

  constructor(stack: GraphicsStack, marks: MarkedContent, order: PaintOrder) {
    [this.#stack, this.#marks, this.#order] = [stack, marks, order];
  }

  /** The next path is what may be drawn on. */
  clipWithNext(): void {
    this.#clipsNext = true;
  }

  /** A path as pdf.js hands it over: what is done with it, its points, the box around them. */
  path([operation, data, bounds]: readonly unknown[]): void {
    const points: unknown = Array.isArray(data) ? data[0] : null;
    const clips = this.#clipsNext;
    this.#clipsNext = false;
    if (!(points instanceof Float32Array)) return;
    const { state } = this.#stack;
    if (!clips && operation === OPS.fill && points.length <= LONGEST_RECTANGLE && bounds instanceof Float32Array) {
      this.#fillRectangle(bounds, points);
      return;
    }
    const subpaths = subpathsOf(points, state.matrix);
    if (clips) {
      const [first, ...more] = subpaths;
      const isBoxItself = !first || (more.length === 0 && isBox(first));
      this.#stack.clip(boxAround(subpaths), isBoxItself);
    }
    if (typeof operation !== 'number' || !this.#marks.isShown) return;
    if (fills(operation)) {
      const paint = fillOf(state);
      const before = this.#order.last;
      this.#addRules(rulingsOfFill(subpaths), paint);
      // Most such paths are rules: what lies in what need not be looked at.
      if (subpaths.length > 0 && isSeen(paint)) this.hasDrawings ||= !looksLike(paint.colour, WHITE);
      if (mayBeGround(boxAround(subpaths))) for (const shape of shapesOf(subpaths)) this.#addArea(shape, paint);
      this.#order.letters.note(subpaths, paint, { after: before, last: this.#order.last });
    }
    if (!strokes(operation)) return;
    this.hasDrawings = true;
    this.#addRules(rulingsOfStroke(subpaths, state.lineWidth * scaleOf(state.matrix)), strokeOf(state));
  }

  /** A shading, which fills all that may be drawn on. */
  shading(): void {
    this.#addArea({ box: this.#stack.state.clip, isFilled: false }, { colour: UNKNOWN_COLOUR, alpha: 1 });
  }

  /** A stencil of one pixel, which some programs draw areas and rules with. */
  solidStencil(): void {
    const { matrix } = this.#stack.state;
    this.#paintedArea(mapBox(matrix, UNIT_SQUARE), keepsBoxes(matrix));
  }

  /** Pictures that are not taken apart. */
  inlinePictures(): void {
    this.hasDrawings ||= this.#marks.isShown;
  }

  /** Pictures, where the operator paints any. Some programs draw a rule as a picture of one row of pixels. */
  paint(operator: number, operands: readonly unknown[]): void {
    const paintings = paintingsOf(operator, operands);
    if (paintings === null || !this.#marks.isShown) return;
    const { state } = this.#stack;
    const { clip, fillColour, matrix: outer, isClipBox } = state;
    for (const { source, matrix: inner, isStencil } of paintings) {
      const matrix = multiply(outer, inner);
      const stencil = isStencil ? fillColour : null;
      const paint = fillOf(state);
      const isSeenThrough = !hides(paint, state);
      this.pictures.push({ source, matrix, clip, stencil, isSeenThrough });
      const box = mapBox(matrix, UNIT_SQUARE);
      this.#addRules(rulingsOfShape(box), { ...paint, colour: stencil ?? UNKNOWN_COLOUR });
      // Some OCR programs paint what they read first, and the scan over it.
      const isOpaque = stencil === null && !isSeenThrough && isClipBox && keepsBoxes(matrix);
      if (isOpaque) this.#order.addArea({ box, order: this.#order.next(), colour: UNKNOWN_COLOUR, isOpaque }, clip);
    }
  }

  /** Most paths of a ruled page are one rectangle each: the box around them is all that is needed. */
  #fillRectangle([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: Float32Array, points: Float32Array): void {
    const { matrix } = this.#stack.state;
    const isWhole = points.length === LONGEST_RECTANGLE && keepsBoxes(matrix);
    this.#paintedArea(mapBox(matrix, [x0, y0, x1, y1]), isWhole);
  }

  #paintedArea(box: Box, isFilled: boolean): void {
    if (!this.#marks.isShown) return;
    const paint = fillOf(this.#stack.state);
    const before = this.#order.last;
    const rules = rulingsOfShape(box);
    this.#addRules(rules, paint);
    this.#addArea({ box, isFilled }, paint);
    this.#order.letters.noteBox(rules.length > 0, paint, { after: before, last: this.#order.last });
  }

  #addArea({ box, isFilled }: Shape, paint: Paint): void {
    if (!this.#marks.isShown || !isSeen(paint)) return;
    this.hasDrawings ||= !looksLike(paint.colour, WHITE);
    const { state } = this.#stack;
    const isOpaque = isFilled && state.isClipBox && paint.colour !== UNKNOWN_COLOUR && hides(paint, state);
    this.#order.addArea({ box, order: this.#order.next(), colour: paint.colour, isOpaque }, state.clip);
  }

  /** Lines of a stamp or a watermark rule nothing. */
  #addRules(rulings: readonly DrawnRuling[], paint: Paint): void {
    if (rulings.length === 0 || !isSeen(paint) || this.#marks.origin === 'overlay') return;
    const order = this.#order.next();
    const isMark = this.#marks.isAnnotationMark;
    const { state } = this.#stack;
    const isHiding = hides(paint, state);
    const { colour } = paint;
    for (const { axis, at, from, to, thickness } of rulings)
      this.#order.addRule({ axis, at, from, to, thickness, colour, order, isMark }, state.clip, isHiding);
  }
}
