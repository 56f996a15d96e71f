import { setHigh, setLow } from '../text/tags.js';

/** A digit or a closing bracket behind one, after which raised digits are an exponent. */
const BEHIND_A_NUMBER = /[\d)\]]$/;
const DIGITS = /^\d+$/;

/** Text of one run, as its properties have it shown: hidden text not at all, struck text apart, raised digits as such. */
export class RunText {
  isHidden = false;
  /** True where the run holds text that is hidden. */
  hasHidden = false;
  #isStruck = false;
  #place = '';
  #before = '';

  /** `before`: the character that stands in front of the run. */
  begin(before: string): void {
    this.end();
    this.#before = before;
  }

  end(): void {
    this.isHidden = this.hasHidden = this.#isStruck = false;
    this.#place = this.#before = '';
  }

  hide(): void {
    this.isHidden = true;
  }

  strike(): void {
    this.#isStruck = true;
  }

  /** `superscript`, `subscript` or `baseline`. */
  raise(place: string): void {
    this.#place = place;
  }

  shown(text: string): string {
    if (this.isHidden) {
      this.hasHidden ||= text.trim() !== '';
      return '';
    }
    if (this.#isStruck) return ` ${text} `;
    if (DIGITS.test(text) && BEHIND_A_NUMBER.test(this.#before)) {
      if (this.#place === 'superscript') return setHigh(text);
      if (this.#place === 'subscript') return setLow(text);
    }
    return text;
  }
}
