import type { Limits } from '../../schema/limits.js';
import type { Box } from '../../schema/sheet.js';
import type { Ruling } from '../lattice/ruling.js';
import { mapBox } from '../geometry/box.js';
import type { Glyph } from '../geometry/glyph.js';
import { type Matrix, multiply, scaleOf } from '../geometry/matrix.js';
import { rulingsOfFill, rulingsOfStroke } from '../lattice/path-rulings.js';
import { attribute, childOf, type Element, numbersIn } from '../xml/tree.js';
import type { OfdDocument } from './package.js';
import { subpathsOfData } from './path-data.js';
import { glyphsOfText } from './text-glyphs.js';
import { LINE_WIDTH_MM } from './units.js';

/** A picture on a page: where its file is, and where it lies, in points. */
export interface OfdPicture {
  readonly path: string;
  readonly box: Box;
}

export interface OfdContent {
  readonly glyphs: Glyph[];
  readonly rulings: Ruling[];
  readonly pictures: OfdPicture[];
  isOversized: boolean;
}

/** Composed graphics may hold others; none that anybody draws nests so deep. */
const MOST_NESTED = 16;
const WHITE = 255;
const UNIT: Box = [0, 0, 1, 1];

/** Gathers what the objects of a page draw, templates included, in points. */
export class OfdPageReader {
  readonly content: OfdContent = { glyphs: [], rulings: [], pictures: [], isOversized: false };
  readonly #document: OfdDocument;
  readonly #limits: Limits;
  /** Composed graphics that are being drawn: none holds itself. */
  readonly #open = new Set<Element>();
  #objects = 0;
  #texts = 0;

  constructor(document: OfdDocument, limits: Limits) {
    this.#document = document;
    this.#limits = limits;
  }

  /** Reads the layers of a page's or a template's content. `toPage`: from its millimetres to the page's points. */
  read(page: Element, toPage: Matrix): void {
    for (const layer of childOf(page, 'Content')?.children ?? []) this.#block(layer, toPage, this.#inherited(layer), 0);
  }

  #block(block: Element, toPage: Matrix, inherited: readonly Element[], depth: number): void {
    if (depth > MOST_NESTED) return;
    for (const object of block.children) {
      this.#objects += 1;
      const { operatorsPerPage, glyphsPerPage } = this.#limits;
      if (this.#objects > operatorsPerPage || this.content.glyphs.length > glyphsPerPage)
        this.content.isOversized = true;
      if (this.content.isOversized) return;
      if (attribute(object, 'Visible') === 'false' || attribute(object, 'Alpha') === '0') continue;
      const params = [...this.#inherited(object), ...inherited];
      const place = placeOf(object, toPage);
      if (object.name === 'PageBlock') this.#block(object, toPage, inherited, depth + 1);
      else if (object.name === 'TextObject') this.#text(object, place);
      else if (object.name === 'PathObject') this.#path(object, place, params);
      else if (object.name === 'ImageObject') this.#picture(object, place);
      else if (object.name === 'CompositeObject') {
        const unit = this.#document.composed.get(attribute(object, 'ResourceID') ?? '');
        const inside = childOf(unit, 'Content');
        if (unit && inside && !this.#open.has(unit)) {
          this.#open.add(unit);
          this.#block(inside, place, params, depth + 1);
          this.#open.delete(unit);
        }
      }
    }
  }

  #text(object: Element, place: Matrix): void {
    this.#texts += 1;
    if (attribute(object, 'Fill') === 'false' && attribute(object, 'Stroke') !== 'true') return;
    if (isWhite(childOf(object, 'FillColor'))) return; // the page is white: it can't be seen
    for (const glyph of glyphsOfText(object, place, this.#texts)) this.content.glyphs.push(glyph);
  }

  #path(object: Element, place: Matrix, params: readonly Element[]): void {
    const subpaths = subpathsOfData(childOf(object, 'AbbreviatedData')?.text ?? '', place);
    const colour = (name: string) => [object, ...params].map((each) => childOf(each, name)).find((each) => each);
    const rulings: Ruling[] = [];
    if (attribute(object, 'Stroke') !== 'false' && !isWhite(colour('StrokeColor'))) {
      const width = [object, ...params].map((each) => Number(attribute(each, 'LineWidth'))).find((each) => each > 0);
      rulings.push(...rulingsOfStroke(subpaths, (width ?? LINE_WIDTH_MM) * scaleOf(place)));
    }
    if (attribute(object, 'Fill') === 'true' && !isWhite(colour('FillColor'))) rulings.push(...rulingsOfFill(subpaths));
    for (const ruling of rulings) this.content.rulings.push(ruling);
  }

  #picture(object: Element, place: Matrix): void {
    const path = this.#document.pictures.get(attribute(object, 'ResourceID') ?? '');
    if (path !== undefined) this.content.pictures.push({ path, box: mapBox(place, UNIT) });
  }

  /** The drawing parameters that an object refers to, and those that they refer to. */
  #inherited(object: Element): Element[] {
    const params: Element[] = [];
    let id = attribute(object, 'DrawParam');
    while (id !== undefined && params.length < MOST_NESTED) {
      const param = this.#document.drawParams.get(id);
      if (param === undefined || params.includes(param)) break;
      params.push(param);
      id = attribute(param, 'Relative');
    }
    return params;
  }
}

/** From an object's own millimetres to the page: first its matrix, then to the corner of its boundary (GB/T 33190, 8.5). */
function placeOf(object: Element, toPage: Matrix): Matrix {
  const [x = 0, y = 0] = numbersIn(attribute(object, 'Boundary'));
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(attribute(object, 'CTM'));
  return multiply(toPage, multiply([1, 0, 0, 1, x, y], [a, b, c, d, e, f]));
}

function isWhite(colour: Element | undefined): boolean {
  if (colour === undefined) return false;
  if (attribute(colour, 'Alpha') === '0') return true;
  const values = numbersIn(attribute(colour, 'Value'));
  return values.length === 3 && values.every((value) => value >= WHITE);
}
