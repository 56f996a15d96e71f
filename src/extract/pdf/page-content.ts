import { OPS } from './pdfjs-library.js';
import type { Box } from '../../schema/sheet.js';
import type { Ruling } from '../lattice/ruling.js';
import { areaOf, around, contains, intersect, mapBox } from './box.js';
import { PLAIN_FONT, type FontMetrics } from './font-metrics.js';
import { centreOf, type Glyph } from './glyph.js';
import { BLACK, initialState, type GraphicsState } from './graphics-state.js';
import { IDENTITY, matrixFrom, multiply, numbersFrom, scaleOf, type Matrix } from './matrix.js';
import { paintingsOf, type PaintedPicture } from './painted-pictures.js';
import { clippedRuling, rulingsOfFill, rulingsOfShape, rulingsOfStroke, subpathsOf } from './path-rulings.js';
import { SeenText } from './seen-text.js';
import { showText } from './show-text.js';

/** What a page shows, as far as tables need it. Points, origin top left, as shown upright. */
export interface PageContent {
  /** The glyphs that can be seen. */
  readonly glyphs: readonly Glyph[];
  /** Invisible, transparent, cut off, off the page, white on white, or too small to read: never mixed with what can be seen. */
  readonly hidden: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  /** How many of the letters and digits that can be seen are guessed, as their fonts do not tell them. */
  readonly guessed: number;
  /** In the order in which they are painted; none that pdf.js was told to leave out. */
  readonly pictures: readonly PaintedPicture[];
  /** True where something else is painted: areas, lines or shadings that are not white. */
  readonly hasDrawings: boolean;
}

export interface OperatorList {
  readonly operators: readonly number[];
  readonly operands: readonly (readonly unknown[])[];
}

export interface PageSetting {
  /** From PDF's user space to the upright page. */
  readonly matrix: Matrix;
  readonly width: number;
  readonly height: number;
  readonly fontNamed: (name: string) => FontMetrics;
  /** False for content of a layer that is switched off. */
  readonly isLayerShown: (layer: unknown) => boolean;
}

/** Points. Smaller text is not meant to be read. */
const SMALLEST_TEXT_PT = 1;
export const OPAQUE_ENOUGH = 0.05;
const OPAQUE = 0.99;
/** The part of the page from which a picture may be one that covers text. */
const LEAST_COVER = 0.05;
/** As pdf.js calls it. */
const NORMAL_BLEND = 'source-over';
const WHITE = '#ffffff';
/** A bullet or another sign may come from a font without a table of characters, and nothing hangs on it. */
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** Text render modes that paint nothing (ISO 32000-1, table 106). */
export const UNPAINTED_MODES: readonly number[] = [3, 7];

const FILLS: readonly number[] = [OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke];
const STROKES: readonly number[] = [
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
];

/** Reads a page's operators once, for glyphs and rules alike. */
export function pageContentOf(list: OperatorList, setting: PageSetting): PageContent {
  const reader = new ContentReader(setting);
  list.operators.forEach((operator, index) => {
    reader.read(operator, list.operands[index] ?? []);
  });
  return reader.content();
}

class ContentReader {
  readonly #setting: PageSetting;
  readonly #page: Box;
  readonly #text = new SeenText();
  readonly #rulings: Ruling[] = [];
  readonly #pictures: PaintedPicture[] = [];
  #hasDrawings = false;
  readonly #saved: GraphicsState[] = [];
  readonly #layersShown: boolean[] = [];
  #state: GraphicsState;
  #clipsNext = false;
  #textObjects = 0;
  #guessed = 0;

  constructor(setting: PageSetting) {
    this.#setting = setting;
    this.#page = [0, 0, setting.width, setting.height];
    this.#state = initialState(setting.matrix, PLAIN_FONT, this.#page);
  }

  content(): PageContent {
    return {
      ...this.#text.sorted(),
      rulings: this.#rulings,
      guessed: this.#guessed,
      pictures: this.#pictures,
      hasDrawings: this.#hasDrawings,
    };
  }

  read(operator: number, operands: readonly unknown[]): void {
    const state = this.#state;
    const [first, second] = operands;
    switch (operator) {
      case OPS.save:
        this.#save();
        return;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endGroup:
      case OPS.endAnnotation:
        this.#restore();
        return;
      case OPS.transform:
        this.#transform(operands);
        return;
      case OPS.paintFormXObjectBegin:
        this.#save();
        this.#transform(first);
        this.#clipTo(second);
        return;
      case OPS.beginGroup:
        this.#save();
        this.#beginGroup(first);
        return;
      case OPS.beginAnnotation:
        this.#save();
        this.#state = initialState(this.#setting.matrix, PLAIN_FONT, this.#page);
        this.#transform(operands[2]);
        this.#transform(operands[3]);
        return;
      case OPS.beginMarkedContentProps:
        this.#layersShown.push(first !== 'OC' || this.#setting.isLayerShown(second));
        return;
      case OPS.beginMarkedContent:
        this.#layersShown.push(true);
        return;
      case OPS.endMarkedContent:
        this.#layersShown.pop();
        return;
      case OPS.setLineWidth:
        state.lineWidth = numberFrom(first, 1);
        return;
      case OPS.setFillRGBColor:
        state.fillColour = typeof first === 'string' ? first.toLowerCase() : BLACK;
        return;
      case OPS.setFillColorN:
        state.fillColour = 'pattern';
        return;
      case OPS.setGState:
        this.#setParameters(first);
        return;
      case OPS.clip:
      case OPS.eoClip:
        this.#clipsNext = true;
        return;
      case OPS.constructPath:
        this.#path(operands);
        return;
      case OPS.shadingFill:
      case OPS.paintInlineImageXObjectGroup:
        this.#hasDrawings ||= this.#isShown();
        return;
      case OPS.paintSolidColorImageMask:
        this.#paintedArea(mapBox(state.matrix, [0, 0, 1, 1]));
        return;
      default:
        if (!this.#readText(operator, operands)) this.#paint(operator, operands);
    }
  }

  /** True where the operator is one of text. */
  #readText(operator: number, operands: readonly unknown[]): boolean {
    const state = this.#state;
    const [first, second] = operands;
    switch (operator) {
      case OPS.beginText:
        this.#setTextMatrix(IDENTITY);
        state.textObject = this.#textObjects += 1;
        return true;
      case OPS.setFont:
        this.#setFont(first, second);
        return true;
      case OPS.setCharSpacing:
        state.charSpacing = numberFrom(first, 0);
        return true;
      case OPS.setWordSpacing:
        state.wordSpacing = numberFrom(first, 0);
        return true;
      case OPS.setHScale:
        state.horizontalScale = numberFrom(first, 100) / 100;
        return true;
      case OPS.setLeading:
        state.leading = numberFrom(first, 0);
        return true;
      case OPS.setTextRise:
        state.rise = numberFrom(first, 0);
        return true;
      case OPS.setTextRenderingMode:
        state.renderMode = numberFrom(first, 0);
        return true;
      case OPS.setTextMatrix:
        this.#setTextMatrix(matrixFrom(first) ?? IDENTITY);
        return true;
      case OPS.setLeadingMoveText:
        state.leading = -numberFrom(second, 0);
        this.#moveText(numberFrom(first, 0), numberFrom(second, 0));
        return true;
      case OPS.moveText:
        this.#moveText(numberFrom(first, 0), numberFrom(second, 0));
        return true;
      case OPS.nextLine:
        this.#moveText(0, -state.leading);
        return true;
      case OPS.showText:
        if (Array.isArray(first)) this.#show(first);
        return true;
      default:
        return false;
    }
  }

  #save(): void {
    this.#saved.push({ ...this.#state });
  }

  #restore(): void {
    this.#state = this.#saved.pop() ?? this.#state;
  }

  #transform(operand: unknown): void {
    const matrix = matrixFrom(operand);
    if (matrix) this.#state.matrix = multiply(this.#state.matrix, matrix);
  }

  #clipTo(operand: unknown): void {
    const [x0, y0, x1, y1] = numbersFrom(operand);
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return;
    this.#state.clip = intersect(this.#state.clip, mapBox(this.#state.matrix, [x0, y0, x1, y1]));
  }

  #beginGroup(group: unknown): void {
    if (typeof group !== 'object' || group === null) return;
    if ('matrix' in group) this.#transform(group.matrix);
    if ('bbox' in group) this.#clipTo(group.bbox);
  }

  #setParameters(pairs: unknown): void {
    if (!Array.isArray(pairs)) return;
    for (const pair of pairs as unknown[]) {
      if (!Array.isArray(pair)) continue;
      const [name, value] = pair as unknown[];
      if (name === 'ca') this.#state.fillAlpha = numberFrom(value, 1);
      else if (name === 'SMask') this.#state.isSeenThrough = true;
      else if (name === 'BM') this.#state.isSeenThrough ||= value !== NORMAL_BLEND;
      else if (name === 'LW') this.#state.lineWidth = numberFrom(value, 1);
      else if (name === 'Font' && Array.isArray(value)) this.#setFont(value[0], value[1]);
    }
  }

  #setFont(name: unknown, size: unknown): void {
    this.#state.font = typeof name === 'string' ? this.#setting.fontNamed(name) : PLAIN_FONT;
    this.#state.fontSize = numberFrom(size, 0);
  }

  #setTextMatrix(matrix: Matrix): void {
    Object.assign(this.#state, { textMatrix: matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
  }

  #moveText(dx: number, dy: number): void {
    const state = this.#state;
    state.x = state.lineX += dx;
    state.y = state.lineY += dy;
  }

  #show(items: readonly unknown[]): void {
    const state = this.#state;
    const isPainted = this.#isShown() && !UNPAINTED_MODES.includes(state.renderMode) && state.fillAlpha > OPAQUE_ENOUGH;
    const isWhite = state.fillColour === WHITE && state.renderMode === 0;
    for (const glyph of showText(state, items)) {
      const isSeen = isPainted && glyph.size >= SMALLEST_TEXT_PT && contains(state.clip, ...centreOf(glyph));
      this.#text.add(glyph, isSeen, isWhite);
      if (isSeen && !state.font.isTold && LETTER_OR_DIGIT.test(glyph.text)) this.#guessed += 1;
    }
  }

  #isShown(): boolean {
    return !this.#layersShown.includes(false);
  }

  /** A path as pdf.js hands it over: what is done with it, its points, the box around them. */
  #path([operation, data, bounds]: readonly unknown[]): void {
    const points: unknown = Array.isArray(data) ? data[0] : null;
    const clips = this.#clipsNext;
    this.#clipsNext = false;
    if (!(points instanceof Float32Array)) return;
    const state = this.#state;
    if (!clips && operation === OPS.fill && points.length <= LONGEST_RECTANGLE && bounds instanceof Float32Array) {
      this.#fillRectangle(bounds);
      return;
    }
    const subpaths = subpathsOf(points, state.matrix);
    if (clips) state.clip = intersect(state.clip, around(subpaths.flatMap((subpath) => subpath.points)));
    if (typeof operation !== 'number' || !this.#isShown()) return;
    if (FILLS.includes(operation) || operation === OPS.closeEOFillStroke) {
      this.#addRulings(rulingsOfFill(subpaths));
      if (state.fillColour !== WHITE) {
        this.#hasDrawings = true;
        this.#addGrounds(subpaths.map((subpath) => around(subpath.points)));
      }
    }
    if (!STROKES.includes(operation)) return;
    this.#hasDrawings = true;
    this.#addRulings(rulingsOfStroke(subpaths, state.lineWidth * scaleOf(state.matrix)));
  }

  /** Most paths of a ruled page are one rectangle each: the box around them is all that is needed. */
  #fillRectangle([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: Float32Array): void {
    this.#paintedArea(mapBox(this.#state.matrix, [x0, y0, x1, y1]));
  }

  #addGrounds(boxes: readonly Box[]): void {
    for (const box of boxes) this.#text.addGround(box, this.#state.clip);
  }

  /** Pictures, where the operator paints any. Some programs draw a rule as a picture of one row of pixels. */
  #paint(operator: number, operands: readonly unknown[]): void {
    const paintings = paintingsOf(operator, operands);
    if (paintings !== null && this.#isShown()) {
      const { clip, fillColour, fillAlpha, isSeenThrough, matrix: outer } = this.#state;
      for (const { source, matrix: inner, isStencil } of paintings) {
        const matrix = multiply(outer, inner);
        const stencil = isStencil ? fillColour : null;
        const picture = { source, matrix, clip, stencil, isSeenThrough: isSeenThrough || fillAlpha < OPAQUE };
        this.#pictures.push(picture);
        this.#addRulings(rulingsOfShape(mapBox(matrix, [0, 0, 1, 1])));
        this.#coverTextWith(picture);
      }
    }
  }

  /** Some OCR programs paint what they read first, and the scan over it. */
  #coverTextWith({ matrix, clip, stencil, isSeenThrough }: PaintedPicture): void {
    const covered = intersect(mapBox(matrix, [0, 0, 1, 1]), clip);
    if (stencil !== null || isSeenThrough || areaOf(covered) < LEAST_COVER * areaOf(this.#page)) return;
    this.#text.cover(covered);
  }

  #paintedArea(box: Box): void {
    if (!this.#isShown()) return;
    this.#addRulings(rulingsOfShape(box));
    if (this.#state.fillColour === WHITE) return;
    this.#hasDrawings = true;
    this.#addGrounds([box]);
  }

  #addRulings(rulings: readonly Ruling[]): void {
    for (const ruling of rulings) {
      const shown = clippedRuling(ruling, this.#state.clip);
      if (shown) this.#rulings.push(shown);
    }
  }
}

/** Numbers. pdf.js writes a rectangle as four points and their operations, and one that closes it. */
const LONGEST_RECTANGLE = 13;

const numberFrom = (value: unknown, otherwise: number) =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
