import { PaintOrder } from '../paint/paint-order.js';
import type { PageSetting } from './page-setting.js';
import { GraphicsStack } from './graphics-stack.js';
import { MarkedContent } from './marked-content.js';
import { ShapePainter } from './shape-painter.js';
import { TextPainter } from './text-painter.js';

/** What a page's operators work on, one after the other. */
export class PagePainting {
  readonly setting: PageSetting;
  readonly order = new PaintOrder();
  readonly stack: GraphicsStack;
  readonly marks: MarkedContent;
  readonly shapes: ShapePainter;
  readonly text: TextPainter;
  #textObjects = 0;

  constructor(setting: PageSetting) {
    this.setting = setting;
    this.stack = new GraphicsStack(setting);
    this.marks = new MarkedContent(setting);
    this.shapes = new ShapePainter(this.stack, this.marks, this.order);
    this.text = new TextPainter(this.stack, this.marks, this.order);
  }

  fontNamed(name: string) {
    return this.setting.fontNamed(name);
  }

  nextTextObject(): number {
    this.#textObjects += 1;
    return this.#textObjects;
  }
}

/** What an operator does to the page, given its operands. */
export type Operator = (painting: PagePainting, operands: readonly unknown[]) => void;
export type OperatorEntry = readonly [operator: number, does: Operator];
