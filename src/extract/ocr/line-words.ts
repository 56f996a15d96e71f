import type { Box } from '../../schema/sheet.js';
import type { OcrWord } from './ocr-page.js';

type Direction = OcrWord['direction'];

/** A word as it was met; its box is null where the file tells none. */
export interface MetWord {
  readonly text: string;
  readonly box: Box | null;
  readonly confidence: number | null;
}

/**
 * Gathers a page's words line by line. Words of which no place is told, in a line that has one, are one word that is as wide as the line: an OCR
 * program that writes only lines is read so.
 */
export class LineWords {
  readonly words: OcrWord[] = [];
  unplaced = 0;
  readonly #most: number;
  #line = 0;
  #box: Box | null = null;
  #direction: Direction = null;
  #met: MetWord[] = [];

  /** `most`: words that are kept, and one more: a page that has more is read no further. */
  constructor(most: number) {
    this.#most = most;
  }

  open(box: Box | null, direction: Direction = null): void {
    this.close();
    this.#box = box;
    this.#direction = direction;
  }

  add(word: MetWord): void {
    if (word.text.trim() !== '' && this.words.length + this.#met.length <= this.#most)
      this.#met.push({ ...word, text: word.text.trim() });
  }

  close(): void {
    const [met, box] = [this.#met, this.#box];
    this.#line += 1;
    this.#met = [];
    this.#box = null;
    const placed = met.filter((word): word is MetWord & { box: Box } => word.box !== null);
    for (const word of placed) this.#push(word);
    const rest = met.filter((word) => word.box === null);
    if (rest.length === 0) return;
    if (placed.length > 0 || box === null) this.unplaced += rest.length;
    else this.#push({ text: rest.map(({ text }) => text).join(' '), box, confidence: leastOf(rest) });
  }

  #push({ text, box, confidence }: MetWord & { box: Box }): void {
    this.words.push({ text, box, confidence, line: this.#line, direction: this.#direction });
  }
}

/** Null where one of them tells none. */
export function leastOf(words: readonly { readonly confidence: number | null }[]): number | null {
  let least: number | null = 1;
  for (const { confidence } of words)
    least = least === null || confidence === null ? null : Math.min(least, confidence);
  return least;
}
