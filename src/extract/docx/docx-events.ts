import type { FlowBuilder } from '../flow/flow-builder.js';
import type { Notes } from '../source/notes.js';
import { type Attributes, attributeOf, type XmlEvents } from '../xml/read-xml.js';
import type { Numbering } from './numbering.js';
import { RunText } from './run-text.js';
import { symbolOf } from './symbols.js';

/** What the document does not show, or shows in another shape a second time. */
const PASSED_OVER = new Set(
  'del moveFrom Fallback rt instrText delInstrText rPrChange pPrChange trPrChange tcPrChange tblPrChange sectPr'.split(
    ' ',
  ),
);

/** A row, a cell or a paragraph that is being read, as far as its properties tell. */
interface Row {
  isDeleted: boolean;
  columnsAfter: number;
}

/**
 * Reads the parts of a Word document that hold text (ECMA-376-1, 17): paragraphs and tables, text boxes in place, tracked changes as if
 * they were accepted. The elements are told by their names alone: strict and transitional documents have different name spaces.
 */
export class DocxEvents implements XmlEvents {
  readonly #flow: FlowBuilder;
  readonly #notes: Notes;
  /** How many elements deep one that is passed over stands open. */
  #passedOver = 0;
  readonly #rows: Row[] = [];
  readonly #run = new RunText();
  /** What is being read: properties of a row, a paragraph's mark, or text. */
  #within: 'rowProperties' | 'paragraphProperties' | null = null;
  #isText = false;
  /** The mark at the paragraph's end was deleted: the next one goes on in it. */
  #goesOn = false;
  #isJoined = false;

  readonly #numbering: Numbering | null;
  /** What the properties of the paragraph say of its place in a list. */
  #place: { list?: string; level?: number } = {};
  #style: string | null = null;

  /** `numbering`: null for a document without lists. */
  constructor(flow: FlowBuilder, notes: Notes, numbering: Numbering | null = null) {
    this.#flow = flow;
    this.#notes = notes;
    this.#numbering = numbering;
  }

  open(element: string, attributes: Attributes): void {
    if (this.#passedOver > 0) {
      this.#passedOver += 1;
      return;
    }
    if (this.#openProperty(element, attributes)) return;
    if (PASSED_OVER.has(element)) {
      this.#passedOver = 1;
      if (element === 'del' || element === 'moveFrom') this.#notes.add('changes-tracked');
      return;
    }
    this.#openPart(element, attributes);
  }

  /** Properties, which say how something is, hold no text. */
  #openProperty(element: string, attributes: Attributes): boolean {
    const value = () => attributeOf(attributes, 'val');
    const count = () => Number(value() ?? 1) || 0;
    switch (element) {
      case 'trPr':
        this.#within = 'rowProperties';
        return true;
      case 'pPr':
        this.#within = 'paragraphProperties';
        return true;
      case 'pStyle':
        this.#style = value() ?? null;
        return true;
      case 'ilvl':
        this.#place.level = count();
        return true;
      case 'numId':
        this.#place.list = value() ?? '';
        return true;
      case 'gridBefore':
        this.#flow.skipColumns(count());
        return true;
      case 'gridAfter': {
        const row = this.#rows.at(-1);
        if (row) row.columnsAfter = count();
        return true;
      }
      case 'gridSpan':
        this.#flow.reshape({ columnSpan: count() });
        return true;
      case 'vMerge':
        this.#flow.reshape({ goesOn: value() !== 'restart' });
        return true;
      case 'del':
      case 'moveFrom':
        return this.#deletesWhole();
      case 'ins':
      case 'moveTo':
        this.#notes.add('changes-tracked');
        return true;
      case 'vanish':
        if (this.#within !== 'paragraphProperties' && isOn(value())) this.#run.hide();
        return true;
      case 'strike':
      case 'dstrike':
        if (this.#within !== 'paragraphProperties' && isOn(value())) this.#run.strike();
        return true;
      case 'vertAlign':
        if (this.#within !== 'paragraphProperties') this.#run.raise(value() ?? '');
        return true;
      default:
        return false;
    }
  }

  /** A deletion that stands among the properties of a row or a paragraph's mark is that of the whole. */
  #deletesWhole(): boolean {
    if (this.#within === null) return false;
    const row = this.#rows.at(-1);
    if (this.#within === 'rowProperties' && row) row.isDeleted = true;
    else this.#goesOn = true;
    this.#notes.add('changes-tracked');
    return true;
  }

  #openPart(element: string, attributes: Attributes): void {
    switch (element) {
      case 'p':
        [this.#place, this.#style] = [{}, null];
        if (this.#isJoined) this.#isJoined = false;
        else this.#flow.openParagraph();
        return;
      case 'tbl':
        this.#flow.openTable();
        return;
      case 'tr':
        this.#flow.openRow();
        this.#rows.push({ isDeleted: false, columnsAfter: 0 });
        return;
      case 'tc':
        this.#flow.openCell({ rowSpan: 1, columnSpan: 1, goesOn: false });
        return;
      case 'r':
        this.#run.begin(this.#flow.lastCharacter);
        return;
      case 't':
        this.#isText = true;
        return;
      case 'tab':
      case 'ptab':
        if (this.#within === null) this.#add(' ');
        return;
      case 'br':
      case 'cr':
        this.#add('\n');
        return;
      case 'noBreakHyphen':
        this.#add('-');
        return;
      case 'sym':
        this.#add(symbolOf(attributeOf(attributes, 'font') ?? '', attributeOf(attributes, 'char') ?? ''));
        return;
      case 'blip':
      case 'imagedata':
        this.#picture(attributeOf(attributes, 'embed') ?? attributeOf(attributes, 'id'));
        return;
      case 'altChunk':
        this.#notes.add('part-unread', 'altChunk');
    }
  }

  close(element: string): void {
    if (this.#passedOver > 0) {
      this.#passedOver -= 1;
      return;
    }
    switch (element) {
      case 'trPr':
        this.#within = null;
        return;
      case 'pPr':
        this.#within = null;
        this.#number();
        return;
      case 't':
        this.#isText = false;
        return;
      case 'r':
        if (this.#run.isHidden && this.#run.hasHidden) this.#notes.add('hidden-left-out', 'text');
        this.#run.end();
        return;
      case 'p':
        if (this.#goesOn) [this.#isJoined, this.#goesOn] = [true, false];
        else this.#flow.closeParagraph();
        return;
      case 'tc':
        this.#endJoined();
        this.#flow.closeCell();
        return;
      case 'tr': {
        const row = this.#rows.pop();
        if (row?.isDeleted === true) this.#flow.dropRow();
        else this.#flow.closeRow();
        return;
      }
      case 'tbl':
        this.#flow.closeTable();
        return;
      case 'body':
        this.#endJoined();
    }
  }

  text(text: string): void {
    if (this.#isText && this.#passedOver === 0) this.#add(text);
  }

  #add(text: string): void {
    this.#flow.text(this.#run.shown(text));
  }

  /** The number that Word writes before a paragraph of a list. A style alone may put it into one. */
  #number(): void {
    const goesOn = this.#flow.lastCharacter !== '';
    if (this.#numbering !== null && !goesOn) this.#flow.text(this.#numbering.labelOf(this.#place, this.#style));
  }

  /** A paragraph that was to go on has nothing behind it. */
  #endJoined(): void {
    if (this.#isJoined) this.#flow.closeParagraph();
    this.#isJoined = false;
  }

  #picture(relation: string | undefined): void {
    if (relation !== undefined && relation !== '') this.#flow.picture(relation);
  }
}

/** How a property that is on or off is written (ECMA-376-1, 17.17.4). */
const isOn = (value: string | undefined) => value === undefined || !/^(?:0|false|off|none)$/.test(value);
