import { halfWidth, plainCharacters } from './characters.js';

/** A unit of money as forms print it: 元, 万元, 百万元, 亿元, and foreign ones. The longest that stands at a place is meant. */
export const CURRENCY_UNIT = '(?:美|欧|日|港|澳|加|新)元|(?:[十百千]?[万亿]|[十百千])?元|港币|美金|英镑';

const UNIT = new RegExp(CURRENCY_UNIT);
/** A head of amounts that says per cent says something else than money. */
const PER_CENT = /^\s*%\s*$/;

/** The unit of money in a text, as printed; null where there is none. */
function currencyIn(text: string): string | null {
  return UNIT.exec(halfWidth(plainCharacters(text)).replace(/\s+/g, ''))?.[0] ?? null;
}

/** The unit that a bracket in a head of amounts states, `%` being one that it should not; null where it states none. */
export const headUnitOf = (note: string): string | null => (PER_CENT.test(halfWidth(note)) ? '%' : currencyIn(note));
