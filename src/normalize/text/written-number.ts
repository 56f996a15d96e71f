import { halfWidth, plainCharacters } from './characters.js';
import { joinSpacedDigits } from './white-space.js';

/** A number's text without what is written around its digits. */
export interface BareNumber {
  /** The digits, with sign, point and separators, in half-width characters. */
  readonly text: string;
  /** The unit behind them, as printed: `%`, `分`, `万元`; null where there is none. */
  readonly unit: string | null;
  /** The sign of a number below zero, where it is another than a plain minus: `（）`, `△`. */
  readonly negative: string | null;
}

/** A spreadsheet's mark of a text, and quotes around a whole cell. */
const TEXT_MARK = /^['’‘`](?=.*\d)/;
const QUOTED = /^=?(["'“‘])(.*)["'”’]$/s;
const SMALL_FORMS = /[\ufe50-\ufe6b]/g;
/** Signs and blanks that part thousands and nothing else. A plain blank parts two numbers as well: it is none of them. */
const THOUSANDS = /^([^\d]*\d{1,3})((?:['’\u2009\u202f]\d{3})+)(?!\d)/;

const MONEY = /^(?:¥|RMB|CNY|人民币)\s*/i;
// eslint-disable-next-line regexp/no-super-linear-move -- a number, 48 characters at most
const UNIT = /\s*(\(%\)|%|分|(?:[十百千]?[万亿]|[十百千])?元整?)$/;
/** A minus that a blank or a sign of money parts from its digits. */
const MINUS_APART = /^-(?:\s+(?=[\d¥])|(?=¥))/;
const BRACKETED = /^\(([^()\d]*\d[^()]*)\)$/;
const NEGATIVE_SIGN = /^(?:[−△▲]|负)\s*(?=[\d¥])/;

/** Blanks that a number may hold: at its point, comma or unit, and before the last of two decimals. Any other parts two numbers. */
// eslint-disable-next-line regexp/no-super-linear-move -- a number, 48 characters at most
const BLANK_IN_NUMBER = /\s+(?=[.,%元分万亿])|(?<=[.,])\s+|(?<=\.\d)\s+(?=\d\s*$)/g;

function withoutQuotes(text: string): string {
  const quoted = QUOTED.exec(text)?.[2];
  return (quoted ?? text.replace(TEXT_MARK, '')).trim();
}

const inOneWidth = (text: string) =>
  joinSpacedDigits(
    halfWidth(plainCharacters(text.replace(SMALL_FORMS, (sign) => sign.normalize('NFKC'))))
      .replace(/￥/g, '¥')
      .trim()
      .replace(/\s+/g, ' '),
  );

/** Takes the sign of a number below zero off its text. */
function unsigned(text: string): { readonly text: string; readonly negative: string | null } {
  const bracketed = BRACKETED.exec(text)?.[1];
  if (bracketed !== undefined) return { text: `-${bracketed.trim()}`, negative: '（）' };
  const sign = (NEGATIVE_SIGN.exec(text) ?? MINUS_APART.exec(text))?.[0];
  return sign === undefined ? { text, negative: null } : { text: `-${text.slice(sign.length)}`, negative: sign.trim() };
}

/**
 * What is written around a number, taken off it: quotes, a spreadsheet's apostrophe, ¥, thousands parted by apostrophes or narrow
 * blanks, the unit, and what accounts write for a minus: brackets, △ ▲, 负.
 */
export function bareNumber(written: string): BareNumber {
  const grouped = withoutQuotes(written.trim()).replace(THOUSANDS, (_, first: string, rest: string) =>
    first.concat(rest.replace(/\D/g, '')),
  );
  const signed = unsigned(inOneWidth(grouped));
  const unit = UNIT.exec(signed.text);
  const bare = unit ? signed.text.slice(0, unit.index) : signed.text;
  const minus = bare.startsWith('-') ? '-' : '';
  const amount = bare
    .slice(minus.length)
    .replace(MONEY, '')
    .replace(/^\+(?=\d)/, '');
  return {
    text: `${minus}${amount}`.replace(BLANK_IN_NUMBER, ''),
    unit: unit?.[1]?.replace(/^\(%\)$/, '%').replace(/整$/, '') ?? null,
    negative: signed.negative,
  };
}
