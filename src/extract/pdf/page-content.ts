import { OPS } from './pdfjs-library.js';
import type { Box } from '../../schema/sheet.js';
import { around, contains, intersect, mapBox } from '../geometry/box.js';
import { PLAIN_FONT, type FontMetrics } from './font-metrics.js';
import { centreOf, PLAIN_STYLE, type Glyph, type Origin, type Style } from '../geometry/glyph.js';
import { initialState, type GraphicsState } from './graphics-state.js';
import { fillOf, hides, inkOf, isSeen, strokeOf, type Paint } from './ink.js';
import { matrixFrom, multiply, numbersFrom, scaleOf, type Matrix } from '../geometry/matrix.js';
import { BLACK, looksLike, UNKNOWN_COLOUR, WHITE } from './paint/colour.js';
import { PaintOrder } from './paint/paint-order.js';
import type { PaintedRule } from './paint/visible-rules.js';
import { fills, isBox, keepsBoxes, shapesOf, strokes, type Shape } from './painted-path.js';
import { paintingsOf, type PaintedPicture } from './painted-pictures.js';
import {
  rulingsOfFill,
  rulingsOfShape,
  rulingsOfStroke,
  subpathsOf,
  type DrawnRuling,
} from '../lattice/path-rulings.js';
import { FontPlausibility } from './plausible-text.js';
import { showText } from './show-text.js';
import { numberFrom, readTextOperator, setFont } from './text-operators.js';

/** What a page shows, as far as tables need it. Points, origin top left, as shown upright. */
export interface PageContent {
  /** The glyphs that can be seen. */
  readonly glyphs: readonly Glyph[];
  /** Invisible, transparent, covered, cut off, in the ground's colour, or too small to read: never mixed with what can be seen. */
  readonly hidden: readonly Glyph[];
  /** The rules that can be seen, those that annotations draw among them. */
  readonly rulings: readonly PaintedRule[];
  /** How many of the letters and digits that can be seen are guessed, as their fonts do not tell them. */
  readonly guessed: number;
  /** How many letters and signs that can be seen are drawn by fonts that seem to say other characters than they draw. */
  readonly implausible: number;
  /** In the order in which they are painted; none that pdf.js was told to leave out. */
  readonly pictures: readonly PaintedPicture[];
  /** True where something else is painted: areas, lines or shadings that are not white. */
  readonly hasDrawings: boolean;
}

export interface OperatorList {
  readonly operators: readonly number[];
  readonly operands: readonly (readonly unknown[])[];
}

/** What an annotation is to the page's tables: a part of them, a sign or line on them, something put over them. */
export type AnnotationRole = 'content' | 'mark' | 'overlay';

export interface PageSetting {
  /** From PDF's user space to the upright page. */
  readonly matrix: Matrix;
  readonly width: number;
  readonly height: number;
  /** The box around the page where it is turned askew; else it is the page. */
  readonly bounds?: Box;
  readonly fontNamed: (name: string) => FontMetrics;
  /** False for content of a layer that is switched off. */
  readonly isLayerShown: (layer: unknown) => boolean;
  /** True for a layer whose name says that it is put over the page: a watermark, a stamp. */
  readonly isLayerOverlaid?: (layer: unknown) => boolean;
  /** By the annotation's id; all are content where this is missing. */
  readonly annotationRole?: (id: unknown) => AnnotationRole;
}

/** Points. Smaller text is not meant to be read. */
const SMALLEST_TEXT_PT = 1;
/** As pdf.js calls it. */
const NORMAL_BLEND = 'source-over';
/** A bullet or another sign may come from a font without a table of characters, and nothing hangs on it. */
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Reads a page's operators once, for glyphs and rules alike. */
export function pageContentOf(list: OperatorList, setting: PageSetting): PageContent {
  const reader = new ContentReader(setting);
  list.operators.forEach((operator, index) => {
    reader.read(operator, list.operands[index] ?? []);
  });
  return reader.content();
}

/** What marked content, a layer or an annotation says of all that is in it. */
interface Mark {
  readonly isShown: boolean;
  readonly origin: Origin;
}
const PLAIN_MARK: Mark = { isShown: true, origin: 'page' };

class ContentReader {
  readonly #setting: PageSetting;
  readonly #page: Box;
  readonly #order = new PaintOrder();
  readonly #pictures: PaintedPicture[] = [];
  #hasDrawings = false;
  readonly #saved: GraphicsState[] = [];
  readonly #marks: Mark[] = [];
  #annotation: AnnotationRole = 'content';
  #state: GraphicsState;
  #clipsNext = false;
  #textObjects = 0;
  readonly #guessed = new Set<Glyph>();
  readonly #plausibility = new FontPlausibility();
  #style = PLAIN_STYLE;

  constructor(setting: PageSetting) {
    this.#setting = setting;
    this.#page = setting.bounds ?? [0, 0, setting.width, setting.height];
    this.#state = initialState(setting.matrix, PLAIN_FONT, this.#page);
  }

  content(): PageContent {
    const { glyphs, hidden, rules } = this.#order.result();
    return {
      glyphs,
      hidden,
      rulings: rules,
      guessed: this.#guessed.size === 0 ? 0 : glyphs.filter((glyph) => this.#guessed.has(glyph)).length,
      implausible: this.#plausibility.lying,
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
        this.#restore();
        return;
      case OPS.endAnnotation:
        this.#annotation = 'content';
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
        this.#annotation = this.#setting.annotationRole?.(first) ?? 'content';
        this.#transform(operands[2]);
        this.#transform(operands[3]);
        return;
      case OPS.beginMarkedContentProps:
        this.#marks.push(this.#markOf(first, second));
        return;
      case OPS.beginMarkedContent:
        this.#marks.push(first === 'Artifact' ? { isShown: true, origin: 'artifact' } : PLAIN_MARK);
        return;
      case OPS.endMarkedContent:
        this.#marks.pop();
        return;
      case OPS.setLineWidth:
        state.lineWidth = numberFrom(first, 1);
        return;
      case OPS.setFillRGBColor:
        state.fillColour = typeof first === 'string' ? first.toLowerCase() : BLACK;
        return;
      case OPS.setStrokeRGBColor:
        state.strokeColour = typeof first === 'string' ? first.toLowerCase() : BLACK;
        return;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        state.fillColour = UNKNOWN_COLOUR;
        return;
      case OPS.setStrokeColorN:
      case OPS.setStrokeTransparent:
        state.strokeColour = UNKNOWN_COLOUR;
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
        this.#addArea({ box: state.clip, isFilled: false }, { colour: UNKNOWN_COLOUR, alpha: 1 });
        return;
      case OPS.paintInlineImageXObjectGroup:
        this.#hasDrawings ||= this.#isShown();
        return;
      case OPS.paintSolidColorImageMask:
        this.#paintedArea(mapBox(state.matrix, [0, 0, 1, 1]), keepsBoxes(state.matrix));
        return;
      case OPS.showText:
        if (Array.isArray(first)) this.#show(first);
        return;
      default:
        if (!readTextOperator(state, operator, operands, this.#textSetting)) this.#paint(operator, operands);
    }
  }

  readonly #textSetting = {
    fontNamed: (name: string) => this.#setting.fontNamed(name),
    nextTextObject: () => (this.#textObjects += 1),
  };

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
    const { matrix } = this.#state;
    this.#clip(mapBox(matrix, [x0, y0, x1, y1]), keepsBoxes(matrix));
  }

  #clip(box: Box, isBoxItself: boolean): void {
    this.#state.clip = intersect(this.#state.clip, box);
    this.#state.isClipBox &&= isBoxItself;
  }

  /** A group is painted as one thing, with the opacity and the mask of what it is painted in; a mask's own group is not painted. */
  #beginGroup(group: unknown): void {
    if (typeof group !== 'object' || group === null) return;
    const state = this.#state;
    const isMask = 'smask' in group && typeof group.smask === 'object' && group.smask !== null;
    Object.assign(state, {
      groupAlpha: isMask ? 0 : state.groupAlpha * state.fillAlpha,
      fillAlpha: 1,
      strokeAlpha: 1,
    });
    if ('matrix' in group) this.#transform(group.matrix);
    if ('bbox' in group) this.#clipTo(group.bbox);
  }

  #markOf(tag: unknown, layer: unknown): Mark {
    if (tag === 'Artifact') return { isShown: true, origin: 'artifact' };
    if (tag !== 'OC') return PLAIN_MARK;
    const isOverlaid = this.#setting.isLayerOverlaid?.(layer) === true;
    return { isShown: this.#setting.isLayerShown(layer), origin: isOverlaid ? 'overlay' : 'page' };
  }

  #setParameters(pairs: unknown): void {
    if (!Array.isArray(pairs)) return;
    const state = this.#state;
    for (const pair of pairs as unknown[]) {
      if (!Array.isArray(pair)) continue;
      const [name, value] = pair as unknown[];
      if (name === 'ca') state.fillAlpha = numberFrom(value, 1);
      else if (name === 'CA') state.strokeAlpha = numberFrom(value, 1);
      else if (name === 'SMask') state.hasMask = value !== false || (pairs as unknown[]).length === 1;
      else if (name === 'BM') state.isBlended = value !== NORMAL_BLEND;
      else if (name === 'LW') state.lineWidth = numberFrom(value, 1);
      else if (name === 'Font' && Array.isArray(value)) setFont(state, value[0], value[1], this.#setting);
    }
  }

  #show(items: readonly unknown[]): void {
    const state = this.#state;
    const paint = inkOf(state);
    const isPainted = this.#isShown() && isSeen(paint);
    for (const glyph of showText(state, items, this.#styleOf(paint), this.#order.next())) {
      const mayBeSeen = isPainted && glyph.size >= SMALLEST_TEXT_PT && contains(state.clip, ...centreOf(glyph));
      this.#order.addGlyph(glyph, mayBeSeen);
      if (mayBeSeen) this.#plausibility.note(state.font, glyph.text, glyph.advance / glyph.size);
      if (mayBeSeen && !state.font.isTold && LETTER_OR_DIGIT.test(glyph.text)) this.#guessed.add(glyph);
    }
  }

  /** One object for all text that looks alike: there are thousands of operators on a page. */
  #styleOf({ colour, alpha }: Paint): Style {
    const origin = this.#origin();
    const last = this.#style;
    if (last.colour === colour && last.alpha === alpha && last.origin === origin) return last;
    return (this.#style = { colour, alpha, slant: 0, origin });
  }

  #isShown(): boolean {
    return this.#marks.every(({ isShown }) => isShown);
  }

  #origin(): Origin {
    if (this.#annotation === 'overlay' || this.#marks.some(({ origin }) => origin === 'overlay')) return 'overlay';
    return this.#marks.some(({ origin }) => origin === 'artifact') ? 'artifact' : 'page';
  }

  /** A path as pdf.js hands it over: what is done with it, its points, the box around them. */
  #path([operation, data, bounds]: readonly unknown[]): void {
    const points: unknown = Array.isArray(data) ? data[0] : null;
    const clips = this.#clipsNext;
    this.#clipsNext = false;
    if (!(points instanceof Float32Array)) return;
    const state = this.#state;
    if (!clips && operation === OPS.fill && points.length <= LONGEST_RECTANGLE && bounds instanceof Float32Array) {
      this.#fillRectangle(bounds, points);
      return;
    }
    const subpaths = subpathsOf(points, state.matrix);
    if (clips) {
      const [first, ...more] = subpaths;
      this.#clip(around(subpaths.flatMap((subpath) => subpath.points)), !first || (more.length === 0 && isBox(first)));
    }
    if (typeof operation !== 'number' || !this.#isShown()) return;
    if (fills(operation)) {
      this.#addRules(rulingsOfFill(subpaths), fillOf(state));
      for (const shape of shapesOf(subpaths)) this.#addArea(shape, fillOf(state));
    }
    if (!strokes(operation)) return;
    this.#hasDrawings = true;
    this.#addRules(rulingsOfStroke(subpaths, state.lineWidth * scaleOf(state.matrix)), strokeOf(state));
  }

  /** Most paths of a ruled page are one rectangle each: the box around them is all that is needed. */
  #fillRectangle([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: Float32Array, points: Float32Array): void {
    const { matrix } = this.#state;
    const isWhole = points.length === LONGEST_RECTANGLE && keepsBoxes(matrix);
    this.#paintedArea(mapBox(matrix, [x0, y0, x1, y1]), isWhole);
  }

  /** Pictures, where the operator paints any. Some programs draw a rule as a picture of one row of pixels. */
  #paint(operator: number, operands: readonly unknown[]): void {
    const paintings = paintingsOf(operator, operands);
    if (paintings === null || !this.#isShown()) return;
    const { clip, fillColour, matrix: outer, isClipBox } = this.#state;
    for (const { source, matrix: inner, isStencil } of paintings) {
      const matrix = multiply(outer, inner);
      const stencil = isStencil ? fillColour : null;
      const paint = fillOf(this.#state);
      const isSeenThrough = !hides(paint, this.#state);
      this.#pictures.push({ source, matrix, clip, stencil, isSeenThrough });
      const box = mapBox(matrix, [0, 0, 1, 1]);
      this.#addRules(rulingsOfShape(box), { ...paint, colour: stencil ?? UNKNOWN_COLOUR });
      // Some OCR programs paint what they read first, and the scan over it.
      const isOpaque = stencil === null && !isSeenThrough && isClipBox && keepsBoxes(matrix);
      if (isOpaque) this.#order.addArea({ box, order: this.#order.next(), colour: UNKNOWN_COLOUR, isOpaque }, clip);
    }
  }

  #paintedArea(box: Box, isFilled: boolean): void {
    if (!this.#isShown()) return;
    this.#addRules(rulingsOfShape(box), fillOf(this.#state));
    this.#addArea({ box, isFilled }, fillOf(this.#state));
  }

  #addArea({ box, isFilled }: Shape, paint: Paint): void {
    if (!this.#isShown() || !isSeen(paint)) return;
    this.#hasDrawings ||= !looksLike(paint.colour, WHITE);
    const { clip, isClipBox } = this.#state;
    const isOpaque = isFilled && isClipBox && paint.colour !== UNKNOWN_COLOUR && hides(paint, this.#state);
    this.#order.addArea({ box, order: this.#order.next(), colour: paint.colour, isOpaque }, clip);
  }

  /** Lines of a stamp or a watermark rule nothing. */
  #addRules(rulings: readonly DrawnRuling[], paint: Paint): void {
    if (!isSeen(paint) || this.#origin() === 'overlay') return;
    const order = this.#order.next();
    const isMark = this.#annotation === 'mark';
    const isHiding = hides(paint, this.#state);
    for (const { axis, at, from, to, thickness } of rulings)
      this.#order.addRule(
        { axis, at, from, to, thickness, colour: paint.colour, order, isMark },
        this.#state.clip,
        isHiding,
      );
  }
}

/** Numbers. pdf.js writes a rectangle as four points and their operations, and one that closes it. */
const LONGEST_RECTANGLE = 13;
