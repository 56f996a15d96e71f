import type { Box } from '../../../schema/sheet.js';
import { intersect, mapBox } from '../../geometry/box.js';
import { PLAIN_FONT } from './font-metrics.js';
import { initialState, type GraphicsState } from './graphics-state.js';
import { matrixFrom, multiply, numbersFrom } from '../../geometry/matrix.js';
import { boundsOf, type PageSetting } from './page-setting.js';
import { keepsBoxes } from './painted-path.js';

/** The graphics state and those that were saved (ISO 32000-1, 8.4.2). */
export class GraphicsStack {
  readonly #setting: PageSetting;
  readonly #saved: GraphicsState[] = [];
  state: GraphicsState;

  constructor(setting: PageSetting) {
    this.#setting = setting;
    this.state = initialState(setting.matrix, PLAIN_FONT, boundsOf(setting));
  }

  save(): void {
    this.#saved.push({ ...this.state });
  }

  restore(): void {
    this.state = this.#saved.pop() ?? this.state;
  }

  transform(operand: unknown): void {
    const matrix = matrixFrom(operand);
    if (matrix) this.state.matrix = multiply(this.state.matrix, matrix);
  }

  /** A form (ISO 32000-1, 8.10): painted in what it is called in, as its matrix and box tell. */
  beginForm(matrix: unknown, box: unknown): void {
    this.save();
    this.transform(matrix);
    this.#clipTo(box);
  }

  /** An annotation's appearance is painted on the page as it is at first. */
  beginAnnotation(...matrices: readonly unknown[]): void {
    this.save();
    this.state = initialState(this.#setting.matrix, PLAIN_FONT, boundsOf(this.#setting));
    for (const matrix of matrices) this.transform(matrix);
  }

  /** A group is painted as one thing, with the opacity and the mask of what it is painted in; a mask's own group is not painted. */
  beginGroup(group: unknown): void {
    this.save();
    if (typeof group !== 'object' || group === null) return;
    const { state } = this;
    const isMask = 'smask' in group && typeof group.smask === 'object' && group.smask !== null;
    Object.assign(state, {
      groupAlpha: isMask ? 0 : state.groupAlpha * state.fillAlpha,
      fillAlpha: 1,
      strokeAlpha: 1,
    });
    if ('matrix' in group) this.transform(group.matrix);
    if ('bbox' in group) this.#clipTo(group.bbox);
  }

  /** `isBoxItself`: the box is all that may be drawn on, and not only around it. */
  clip(box: Box, isBoxItself: boolean): void {
    this.state.clip = intersect(this.state.clip, box);
    this.state.isClipBox &&= isBoxItself;
  }

  #clipTo(operand: unknown): void {
    const [x0, y0, x1, y1] = numbersFrom(operand);
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return;
    const { matrix } = this.state;
    this.clip(mapBox(matrix, [x0, y0, x1, y1]), keepsBoxes(matrix));
  }
}
