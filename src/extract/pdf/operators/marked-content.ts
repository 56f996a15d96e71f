import type { Origin } from '../../geometry/glyph.js';
import type { AnnotationRole, PageSetting } from './page-setting.js';

/** What marked content, a layer or an annotation says of all that is in it. */
interface Mark {
  readonly isShown: boolean;
  readonly origin: Origin;
}
const PLAIN_MARK: Mark = { isShown: true, origin: 'page' };
const ARTIFACT: Mark = { isShown: true, origin: 'artifact' };

/** The marked content (ISO 32000-1, 14.6) and the annotation that a page's operators are in. */
export class MarkedContent {
  readonly #setting: Pick<PageSetting, 'isLayerShown' | 'isLayerOverlaid'>;
  readonly #marks: Mark[] = [];
  #annotation: AnnotationRole = 'content';
  /** False in a layer that is switched off. */
  isShown = true;
  origin: Origin = 'page';

  constructor(setting: Pick<PageSetting, 'isLayerShown' | 'isLayerOverlaid'>) {
    this.#setting = setting;
  }

  /** True in an annotation that draws signs and lines on text. */
  get isAnnotationMark(): boolean {
    return this.#annotation === 'mark';
  }

  begin(tag: unknown): void {
    this.#push(tag === 'Artifact' ? ARTIFACT : PLAIN_MARK);
  }

  beginWithProperties(tag: unknown, layer: unknown): void {
    if (tag !== 'OC') {
      this.begin(tag);
      return;
    }
    const isOverlaid = this.#setting.isLayerOverlaid?.(layer) === true;
    this.#push({ isShown: this.#setting.isLayerShown(layer), origin: isOverlaid ? 'overlay' : 'page' });
  }

  end(): void {
    this.#marks.pop();
    this.#settle();
  }

  setAnnotation(role: AnnotationRole): void {
    this.#annotation = role;
    this.#settle();
  }

  #push(mark: Mark): void {
    this.#marks.push(mark);
    this.#settle();
  }

  #settle(): void {
    const isWithin = (wanted: Origin) => this.#marks.some(({ origin }) => origin === wanted);
    this.isShown = this.#marks.every(({ isShown }) => isShown);
    if (this.#annotation === 'overlay' || isWithin('overlay')) this.origin = 'overlay';
    else this.origin = isWithin('artifact') ? 'artifact' : 'page';
  }
}
