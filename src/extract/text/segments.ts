import type { Limits } from '../../schema/limits.js';
import type { Losses } from '../source/losses.js';

/** A piece of a document in reading order: a line without its end, an HTML table, or an end of page. */
export type Segment =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'table'; readonly html: string }
  | { readonly kind: 'break' };

/** An HTML table longer than this is handed out in parts, between two rows. A form has some 10,000 characters. */
const CHARACTERS_PER_PART = 256 * 1024;
/** A single row longer than this is cut: it would be parsed as a whole. */
const CHARACTERS_PER_ROW = 1024 ** 2;
/** A part with more tags than this is cut: their objects would take hundreds of megabytes. */
const TAGS_PER_PART = 200_000;
/** Tables nested deeper than this are no layout that anybody made. */
const NESTED_TABLES = 32;
/** A line longer than this is handed out at the last block's end in it, so that HTML on one line does not pile up. */
const CHARACTERS_PER_LINE = 512 * 1024;
/** A comment or script whose end is further away than this has none; its beginning is then text like any other. */
const CHARACTERS_TO_DROP = 1024 ** 2;
/** Longest beginning of a tag that must not be parted by the end of a chunk. */
const OPENER_REACH = 64;

const IN_TEXT = /\r\n?|[\n\f\u2028\u2029\u0085]|<(?:(table|script|style)(?=[\s>/])|(!--))/gi;
const IN_TABLE = /<(?:(\/?(?:table|tr|td|th|html|body)|script|style)(?=[\s>/])|(!--))/gi;
const DROPPED_UNTIL: Readonly<Record<string, RegExp>> = {
  '!--': /-->/g,
  script: /<\/script[^<>]*>/gi,
  style: /<\/style[^<>]*>/gi,
};
const BLOCK_ENDS = ['</p>', '</div>', '<br>', '<br/>', '<br />', '</li>', '</tr>', '</P>', '</DIV>', '<BR>'];
const BLANK_LINE = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/;

/**
 * Splits a stream of text into lines and HTML tables. Comments, scripts and styles are dropped. Holds one line or one
 * part of a table at a time. A table that is never closed ends where another document part or table shows that it has
 * ended: at `<html>` or `<body>`, or at a blank line of its last cell that another table follows.
 */
export class Segmenter {
  readonly #limits: Limits;
  readonly #losses: Losses;
  #buffer = '';
  /** `#buffer` is taken into `#held` up to here … */
  #taken = 0;
  /** … and looked through up to here. */
  #seen = 0;
  /** The current line, or the current table's part, as far as it was taken. */
  #held = '';
  /** Characters of the current line or table, its parts before included. */
  #length = 0;
  #isCut = false;
  /** For each open table, whether it is inside a cell. */
  #tables: boolean[] = [];
  #tags = 0;
  /** Where the last cell of the current table begins in `#held` and what follows it. */
  #cellAt = 0;
  #releaseAt = CHARACTERS_PER_LINE;
  /** Openers whose end was looked for in vain. */
  readonly #endless = new Set<string>();

  constructor(limits: Limits, losses: Losses) {
    this.#limits = limits;
    this.#losses = losses;
  }

  *push(chunk: string): Generator<Segment> {
    this.#buffer += chunk;
    yield* this.#scan(false);
  }

  *end(): Generator<Segment> {
    yield* this.#scan(true);
    while (this.#tables.length > 0) {
      this.#take(this.#buffer.length);
      const rest = this.#afterUnclosedTable(true);
      yield* this.#endTable();
      this.#restart(rest ?? '');
      yield* this.#scan(true);
    }
    this.#take(this.#buffer.length);
    yield* this.#endLine();
  }

  *#scan(isLast: boolean): Generator<Segment> {
    let isWaiting = false;
    for (;;) {
      const pattern = this.#tables.length > 0 ? IN_TABLE : IN_TEXT;
      pattern.lastIndex = this.#seen;
      const match = pattern.exec(this.#buffer);
      if (match === null) break;
      const opener = (match[2] ?? match[1] ?? '').toLowerCase();
      const until = DROPPED_UNTIL[opener];
      if (until !== undefined) isWaiting = this.#drop(match.index, opener, until, isLast);
      else if (this.#tables.length > 0) isWaiting = yield* this.#tableTag(match, isLast);
      else isWaiting = yield* this.#textStop(match, isLast);
      if (isWaiting) break;
    }
    this.#settle(isLast ? this.#buffer.length : isWaiting ? this.#seen : this.#certainEnd());
    if (this.#tables.length === 0) yield* this.#releaseLongLine();
  }

  /** How far the buffer can be taken when nothing more is found in it: not into a tag's beginning. */
  #certainEnd(): number {
    const { length } = this.#buffer;
    const opener = this.#buffer.lastIndexOf('<');
    return opener >= length - OPENER_REACH ? Math.max(opener, this.#seen) : length;
  }

  #settle(upTo: number): void {
    this.#take(upTo);
    this.#buffer = this.#buffer.slice(upTo);
    this.#taken = this.#seen = 0;
  }

  *#releaseLongLine(): Generator<Segment> {
    if (this.#held.length < this.#releaseAt || this.#isCut) return;
    this.#releaseAt *= 2;
    if (this.#held.includes('\t') || this.#held.trimStart().startsWith('|')) return;
    const end = Math.max(
      ...BLOCK_ENDS.map((tag) => this.#held.lastIndexOf(tag) + (this.#held.includes(tag) ? tag.length : 0)),
    );
    if (end <= 0) {
      this.#cut(); // a line of text, which is cut to the length of a cell in any case
      return;
    }
    const rest = this.#held.slice(end);
    this.#held = this.#held.slice(0, end);
    yield* this.#endLine();
    this.#held = rest;
    this.#length = rest.length;
  }

  /** A line's end, or a table's beginning. */
  *#textStop(match: RegExpExecArray, isLast: boolean): Generator<Segment, boolean> {
    const [stop, tag] = match;
    const after = match.index + stop.length;
    if (stop === '\r' && after === this.#buffer.length && !isLast) {
      this.#seen = match.index;
      return true;
    }
    this.#take(match.index);
    if (tag === undefined) {
      yield* this.#endLine();
      if (stop === '\f') yield { kind: 'break' };
      this.#taken = this.#seen = after;
    } else {
      if (this.#held.trim() === '') this.#reset();
      else yield* this.#endLine();
      this.#startTable(after);
    }
    return false;
  }

  *#tableTag(match: RegExpExecArray, isLast: boolean): Generator<Segment, boolean> {
    const tag = (match[1] ?? '').toLowerCase();
    const after = match.index + match[0].length;
    const depth = this.#tables.length;
    this.#tags += 1;
    if (this.#tags > TAGS_PER_PART) this.#cut();
    this.#seen = after;
    switch (tag) {
      case 'td':
      case 'th':
        this.#tables[depth - 1] = true;
        this.#cellAt = this.#held.length + match.index - this.#taken;
        break;
      case '/td':
      case '/th':
        this.#tables[depth - 1] = false;
        break;
      case 'tr': // may come without an end tag of the row before
        this.#tables[depth - 1] = false;
        if (depth === 1) yield* this.#endPart(match.index);
        break;
      case '/tr':
      case '/table': {
        const close = this.#closeOf(match.index, after, isLast);
        if (close === null) return true;
        this.#seen = close;
        if (tag === '/tr') {
          this.#tables[depth - 1] = false;
          if (depth === 1) yield* this.#endPart(close);
        } else {
          this.#tables.pop();
          if (depth === 1) {
            this.#take(close);
            yield* this.#endTable();
          }
        }
        break;
      }
      case 'table':
        yield* this.#innerTable(match.index, after);
        break;
      default: // <html>, </html>, <body>, </body>
        this.#take(match.index);
        yield* this.#endTable();
        this.#taken = this.#seen = match.index;
    }
    return false;
  }

  /** `<table` inside a table: nested if in a cell, else it ends the one before, as browsers do it. */
  *#innerTable(at: number, after: number): Generator<Segment> {
    const isInCell = this.#tables.at(-1) === true;
    if (isInCell && this.#tables.length < NESTED_TABLES) {
      const rest = this.#unclosedBefore(at);
      if (rest === null) {
        this.#tables.push(false);
        return;
      }
      const following = this.#buffer.slice(at);
      yield* this.#endTable();
      this.#restart(rest + following);
      return;
    }
    if (isInCell) this.#cut();
    else if (this.#tables.length > 1) {
      this.#tables[this.#tables.length - 1] = false;
      return;
    }
    this.#take(at);
    yield* this.#endTable();
    this.#startTable(after, at);
  }

  #unclosedBefore(at: number): string | null {
    if (this.#isCut) return null;
    // Looked at before it is joined: most cells are short, and joining costs as much as the table is long.
    const cellLength = this.#held.length + at - this.#taken - this.#cellAt;
    if (cellLength <= '<td>'.length) return null;
    this.#take(at);
    return this.#afterUnclosedTable(false);
  }

  /**
   * What follows a table that was never closed: what stands after the first blank line of its last cell, if it is text
   * without tags. It is taken off the table. Null if the table goes on.
   */
  #afterUnclosedTable(isLast: boolean): string | null {
    if (this.#isCut) return null;
    const cell = this.#held.slice(this.#cellAt);
    const blank = BLANK_LINE.exec(cell);
    if (blank === null) return null;
    const content = cell.slice(cell.indexOf('>') + 1);
    if (!isLast && (content.includes('<') || content.trim() === '')) return null;
    this.#held = this.#held.slice(0, this.#cellAt + blank.index);
    return cell.slice(blank.index);
  }

  #closeOf(at: number, after: number, isLast: boolean): number | null {
    const close = this.#buffer.indexOf('>', after);
    if (close !== -1 && close - after < OPENER_REACH) return close + 1;
    if (close !== -1 || isLast || this.#buffer.length - after >= OPENER_REACH) return after;
    this.#seen = at;
    this.#tags -= 1;
    return null;
  }

  /** Drops from `at` to what ends it. True if more text is needed to tell. */
  #drop(at: number, opener: string, until: RegExp, isLast: boolean): boolean {
    const after = at + 1 + opener.length;
    this.#seen = after;
    if (this.#endless.has(opener)) return false;
    until.lastIndex = after;
    const end = until.exec(this.#buffer);
    if (end !== null) {
      this.#take(at);
      this.#taken = this.#seen = end.index + end[0].length;
      return false;
    }
    if (isLast || this.#buffer.length - after > CHARACTERS_TO_DROP) {
      this.#endless.add(opener);
      return false;
    }
    this.#seen = at;
    return true;
  }

  #startTable(after: number, at = after - '<table'.length): void {
    this.#tables = [false];
    this.#taken = at;
    this.#seen = after;
  }

  /** Hands out the rows so far, if they are many; the table goes on in a part of its own. */
  *#endPart(close: number): Generator<Segment> {
    if (this.#held.length + close - this.#taken < CHARACTERS_PER_PART || this.#isCut) return;
    this.#take(close);
    const html = this.#held;
    this.#held = '<table>';
    this.#tags = 0;
    this.#cellAt = 0;
    yield { kind: 'table', html };
  }

  *#endTable(): Generator<Segment> {
    const html = this.#held;
    this.#tables = [];
    this.#reset();
    yield { kind: 'table', html };
  }

  *#endLine(): Generator<Segment> {
    const text = this.#held;
    this.#reset();
    yield { kind: 'line', text };
  }

  #reset(): void {
    this.#held = '';
    this.#length = 0;
    this.#isCut = false;
    this.#tags = 0;
    this.#cellAt = 0;
    this.#releaseAt = CHARACTERS_PER_LINE;
  }

  /** Goes on with other text than what was left. */
  #restart(text: string): void {
    this.#buffer = text;
    this.#taken = this.#seen = 0;
  }

  #take(upTo: number): void {
    const inAll = this.#limits.charactersPerTable - this.#length;
    const room = this.#tables.length > 0 ? Math.min(inAll, CHARACTERS_PER_ROW - this.#held.length) : inAll;
    const wanted = upTo - this.#taken;
    if (wanted > room) this.#cut(room);
    else if (!this.#isCut) this.#held += this.#buffer.slice(this.#taken, upTo);
    this.#length += wanted;
    this.#taken = upTo;
  }

  /** Takes `room` more characters of the current line or table, and leaves the rest of it out. */
  #cut(room = 0): void {
    if (this.#isCut) return;
    if (room > 0) this.#held += this.#buffer.slice(this.#taken, this.#taken + room);
    this.#isCut = true;
    this.#losses.add('table-cut');
  }
}
