import type { Segment } from './segments.js';
import { tabRowOf } from './tab-row.js';

/** How many lines a quoted cell may go on for. A quotation mark that closes further away is text. */
const LINES_AHEAD = 20;
const CHARACTERS_AHEAD = 100_000;

/** Joins the lines of a tab-separated row one of whose quoted cells has line ends in it. Holds at most 20 lines. */
export class QuotedRows {
  #held: string[] = [];
  #heldLength = 0;

  push(segment: Segment): Segment[] {
    if (segment.kind === 'line') return this.#line(segment.text);
    return [...this.end(), segment];
  }

  end(): Segment[] {
    const out: Segment[] = [];
    while (this.#held.length > 0) out.push(...this.#giveUp());
    return out;
  }

  #line(text: string): Segment[] {
    if (this.#held.length === 0) {
      if (!text.includes('"') || !tabRowOf(text).isOpen) return [{ kind: 'line', text }];
      this.#hold([text]);
      return [];
    }
    this.#hold([...this.#held, text]);
    const hasRoom = this.#held.length <= LINES_AHEAD && this.#heldLength <= CHARACTERS_AHEAD;
    if (hasRoom && !text.includes('"')) return [];
    const joined = this.#held.join('\n');
    const row = tabRowOf(joined);
    if (row.isBroken || row.cells.length === 1) return this.#giveUp();
    if (row.isOpen) return hasRoom ? [] : this.#giveUp();
    this.#hold([]);
    return [{ kind: 'line', text: joined }];
  }

  /** The first held line is a line of its own after all; the others are looked at anew. */
  #giveUp(): Segment[] {
    const [first, ...rest] = this.#held;
    this.#hold([]);
    const out: Segment[] = first === undefined ? [] : [{ kind: 'line', text: first }];
    for (const text of rest) out.push(...this.#line(text));
    return out;
  }

  #hold(lines: string[]): void {
    this.#held = lines;
    this.#heldLength = lines.reduce((length, line) => length + line.length, 0);
  }
}
