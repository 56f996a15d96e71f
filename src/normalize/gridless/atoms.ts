import { headingKey, isKnownHeading } from '../vocabulary/headings.js';
import { piecesOf, type Borders } from './borders.js';
import { GAP, type Gap, type Span } from './running-text.js';

/** A piece of a table's text that no border parts. A blank one is a cell known to be blank. */
export interface Atom extends Span {
  /** What stands before it. */
  readonly gap: Gap;
  readonly startsLine: boolean;
  readonly isBlank: boolean;
}

/** Words that a target or a result is, where nothing else parts them from the name before. */
const VALUE_WORDS =
  /定性|定量|优良中低差|部分达成|未达成|达成|(?:不断|持续|较?健全|基本完善|完善|提升|提高|增强|改善|保障|及时|达标|有效|明显|合格|良好|优秀|[优良])(?![性率度])|≥|≤|＞|＜|[>＞＝=<﹤﹥≧≦═]/gu;
const LONGEST_HEADING = 14;
const isDigit = (sign: string) => /[0-9０-９]/.test(sign);
const isPoint = (sign: string) => /[.．]/.test(sign);
const isHan = (sign: string) => /\p{Script=Han}/u.test(sign);
const isSign = (sign: string) => /[≥≤＞＜>=<＝﹤﹥≧≦═]/.test(sign);

/** Known headings in a text that nothing parts; of those that end at one place the longest. */
function headingsIn(text: string): Span[] {
  const found: Span[] = [];
  let reached = 0;
  for (let from = 0; from < text.length; from++) {
    for (let to = Math.min(text.length, from + LONGEST_HEADING); to > Math.max(from + 2, reached); to--) {
      if (!text.slice(from, to).endsWith('指标')) continue;
      const key = headingKey(text.slice(from, to));
      if (!isKnownHeading(1, key) && !isKnownHeading(2, key)) continue;
      found.push({ from, to });
      reached = to;
      break;
    }
  }
  return found;
}

/** Places where a cell may begin in a text that nothing parts: at digits, signs, headings and the words that values are. */
function cutsIn(text: string): Set<number> {
  const cuts = new Set<number>();
  for (let i = 1; i < text.length; i++) {
    const [before, here] = [text.charAt(i - 1), text.charAt(i)];
    if (isPoint(here) || isPoint(before)) continue;
    const digitBorder = isDigit(before) || isDigit(here);
    if (digitBorder || (isSign(here) && !isSign(before)) || (isSign(before) && !isSign(here))) cuts.add(i);
    else if (/[%％)）。；…]/.test(before) || /[—/…]/.test(before) || /[—/…]/.test(here)) cuts.add(i);
    else if (isHan(before) !== isHan(here) && !/[（(·，、：:,.]/.test(before + here)) cuts.add(i);
  }
  for (const { index, 0: word } of text.matchAll(VALUE_WORDS)) {
    cuts.add(index);
    cuts.add(index + word.length);
  }
  for (const { from, to } of headingsIn(text)) {
    cuts.add(from);
    cuts.add(to);
  }
  return cuts;
}

function divided(borders: Borders, piece: Span): Span[] {
  const blanks = piecesOf({ ...borders, separation: 'blanks' }, piece).map(({ from }) => from - piece.from);
  const cuts = [...new Set([...cutsIn(borders.running.text.slice(piece.from, piece.to)), ...blanks])]
    .filter((cut) => cut > 0 && cut < piece.to - piece.from)
    .sort((a, b) => a - b);
  return [0, ...cuts].map((cut, index) => ({
    from: piece.from + cut,
    to: cuts[index] === undefined ? piece.to : piece.from + cuts[index],
  }));
}

/** The pieces that cells are made of, in order, with the blank cells that are known. */
export function atomsOf(borders: Borders, span: Span): Atom[] {
  const { running, separation } = borders;
  const pieces =
    separation === 'glued'
      ? piecesOf({ running, separation: 'lines' }, span).flatMap((piece) => divided(borders, piece))
      : piecesOf(borders, span);
  return pieces.flatMap(({ from, to }) => {
    const gap = running.gaps[from] ?? GAP.none;
    const startsLine = running.lineStarts[from] === true;
    const blanks = Array.from({ length: running.blanks[from] ?? 0 }, (_, index) => ({
      from,
      to: from,
      gap: GAP.cell,
      startsLine: startsLine && index === 0,
      isBlank: true,
    }));
    return [...blanks, { from, to, gap, startsLine: startsLine && blanks.length === 0, isBlank: false }];
  });
}
