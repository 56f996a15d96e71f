import type { Box } from '../../schema/sheet.js';
import { unite } from '../geometry/box.js';
import { courseOf } from '../geometry/course.js';
import type { Direction, Glyph } from '../geometry/glyph.js';

/** A line of text as it is drawn. */
export interface TextLine {
  readonly text: string;
  readonly box: Box;
  readonly direction: Direction;
  /** How long it is, along its baseline. */
  readonly length: number;
  /** The length of what can't be parted by a line's end: at its beginning, and the word at its end (0 where there is none). */
  readonly firstPiece: number;
  readonly lastWord: number;
  /** True where a blank is drawn behind it. */
  readonly endsBlank: boolean;
}

export interface LineOptions {
  /** In ems: a gap this wide parts what stands on one line into two. */
  readonly partingGap: number;
}

/** In ems. Baselines closer than this are one line: raised and lowered signs are, the next line of the tightest text is not. */
const SAME_BASELINE = 0.5;
/** In ems. A wider gap is a blank, a narrower one is spacing. */
const BLANK_GAP = 0.3;
/** Fewer characters that stand apart may be words of one. */
const FEWEST_SPREAD = 3;
/** How much wider than the narrowest gap the widest may be. */
const EVEN_GAPS = 1.2;
/** In ems. The same character this close is one that is printed twice to look bold. */
const OVERPRINT = 0.18;

/** A glyph's place along its line and across the lines. */
interface Placed {
  readonly glyph: Glyph;
  readonly along: number;
  readonly across: number;
  readonly isBlank: boolean;
}

/** The lines of text that glyphs make, in reading order: by baseline, then along it. Text that runs another way comes after. */
export function textLinesOf(glyphs: readonly Glyph[], options: LineOptions): TextLine[] {
  if (glyphs.length === 0) return [];
  return byDirection(glyphs)
    .flatMap((alike) => rowsOf(alike.map(placed)))
    .flatMap((row) => partsOf(row, options.partingGap))
    .flatMap((part) => lineOf(part) ?? []);
}

/** The glyphs by the direction in which they run, those of most of them first. */
function byDirection(glyphs: readonly Glyph[]): (readonly Glyph[])[] {
  const [first] = glyphs;
  if (glyphs.every(({ direction, style }) => direction === first?.direction && style.slant === first.style.slant))
    return [glyphs];
  const groups = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const group = groups.get(degreesOf(glyph));
    if (group) group.push(glyph);
    else groups.set(degreesOf(glyph), [glyph]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

/** To the next whole one: text that is turned by less reads as one line. */
const degreesOf = ({ direction, style: { slant } }: Glyph) => 90 * direction + Math.round(slant);

function placed(glyph: Glyph): Placed {
  const [dx, dy] = courseOf(glyph).along;
  // Added to 0 so that no place is -0.
  const [along, across] = [glyph.x * dx + glyph.y * dy + 0, glyph.y * dx - glyph.x * dy + 0];
  return { glyph, along, across, isBlank: glyph.text.trim() === '' };
}

/** Glyphs by baseline. A line's baseline is that of its largest glyph. */
function rowsOf(glyphs: readonly Placed[]): Placed[][] {
  const rows: { across: number; size: number; glyphs: Placed[] }[] = [];
  for (const next of glyphs.toSorted((a, b) => a.across - b.across)) {
    const row = rows.at(-1);
    const size = Math.max(row?.size ?? 0, next.glyph.size);
    if (!row || next.across - row.across > SAME_BASELINE * size) {
      rows.push({ across: next.across, size: next.glyph.size, glyphs: [next] });
      continue;
    }
    row.glyphs.push(next);
    if (next.glyph.size > row.size) Object.assign(row, { across: next.across, size });
  }
  return rows.map((row) => withoutOverprint(row.glyphs.toSorted((a, b) => a.along - b.along)));
}

function withoutOverprint(row: readonly Placed[]): Placed[] {
  const kept: Placed[] = [];
  for (const next of row) {
    const near = OVERPRINT * next.glyph.size;
    let isTwice = false;
    for (let at = kept.length - 1; at >= 0 && !isTwice; at -= 1) {
      const other = kept[at];
      if (!other || next.along - other.along > near) break;
      isTwice = other.glyph.text === next.glyph.text && Math.abs(other.across - next.across) <= near;
    }
    if (!isTwice) kept.push(next);
  }
  return kept;
}

const gapBetween = (before: Placed, after: Placed) => after.along - (before.along + before.glyph.advance);

/** The parts of a line that wide gaps divide. */
function partsOf(row: readonly Placed[], partingGap: number): Placed[][] {
  const parts: Placed[][] = [];
  let last: Placed | undefined;
  for (const next of row) {
    if (next.isBlank) {
      parts.at(-1)?.push(next);
      continue;
    }
    const part = parts.at(-1);
    if (part && last && gapBetween(last, next) <= partingGap * next.glyph.size) part.push(next);
    else parts.push([next]);
    last = next;
  }
  return parts;
}

/** Null where there is nothing but blanks. */
function lineOf(part: readonly Placed[]): TextLine | null {
  const inked = part.filter(({ isBlank }) => !isBlank);
  const [first, end] = [inked[0], inked.at(-1)];
  if (!first || !end) return null;
  let text = '';
  let isAfterBlank = false;
  let last: Placed | undefined;
  const isEven = isSpreadEvenly(part);
  for (const next of part) {
    if (next.isBlank) {
      isAfterBlank = true;
      continue;
    }
    if (last && !isEven && (isAfterBlank || isParted(last, next))) text += ' ';
    text += next.glyph.text;
    last = next;
    isAfterBlank = false;
  }
  return {
    text,
    box: unite(inked.map(({ glyph }) => glyph.box)),
    direction: first.glyph.direction,
    length: endOf(end) - first.along,
    firstPiece: endOf(pieceEnd(inked)) - first.along,
    lastWord: endOf(end) - (wordStart(inked)?.along ?? endOf(end)),
    endsBlank: isAfterBlank,
  };
}

const endOf = ({ along, glyph }: Placed) => along + glyph.advance;
const isParted = (before: Placed, after: Placed) =>
  gapBetween(before, after) > BLANK_GAP * Math.min(before.glyph.size, after.glyph.size);

/** True for characters that are spread over a line, as in a cell that is filled from edge to edge: every gap is as wide as the next. */
function isSpreadEvenly(part: readonly Placed[]): boolean {
  if (part.length < FEWEST_SPREAD || part.some(({ isBlank }) => isBlank)) return false;
  let [least, most] = [Infinity, 0];
  for (let at = 1; at < part.length; at += 1) {
    const [before, after] = [part[at - 1], part[at]];
    if (!before || !after || !isParted(before, after)) return false;
    const gap = gapBetween(before, after);
    [least, most] = [Math.min(least, gap), Math.max(most, gap)];
  }
  return most <= EVEN_GAPS * least;
}

const OPENING = /^[“‘《〈（(「『【[]$/;
const CLOSING = /^[，。、；：！？”’》〉）)」』】\],.;:!?%℃…—]$/;
const WORD = /^[\p{Script=Latin}\p{Nd}.,%．％]+$/u;

/** The last glyph of what stands together at a line's beginning: opening signs, a character or a word, closing signs. */
function pieceEnd(inked: readonly Placed[]): Placed {
  let at = 0;
  const textAt = (index: number) => inked[index]?.glyph.text ?? '';
  const isNext = (index: number) => {
    const [before, after] = [inked[index - 1], inked[index]];
    return before !== undefined && after !== undefined && !isParted(before, after);
  };
  while (OPENING.test(textAt(at)) && isNext(at + 1)) at += 1;
  if (WORD.test(textAt(at))) while (WORD.test(textAt(at + 1)) && isNext(at + 1)) at += 1;
  while (CLOSING.test(textAt(at + 1)) && isNext(at + 1)) at += 1;
  return inked[at] as Placed;
}

/** The first glyph of the word at a line's end. */
function wordStart(inked: readonly Placed[]): Placed | undefined {
  let start: Placed | undefined;
  for (const glyph of inked.toReversed()) {
    if (!WORD.test(glyph.glyph.text) || (start && isParted(glyph, start))) break;
    start = glyph;
  }
  return start;
}
