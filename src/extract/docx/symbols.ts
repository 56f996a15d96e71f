/**
 * Characters of symbol fonts, which stand in the private range from F000 (ECMA-376-1, 17.3.3.30): the ones that forms use. Source: the
 * fonts' own tables, as the Unicode Consortium maps them.
 */
const SYMBOLS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: { 0xa3: '≤', 0xb3: '≥', 0xb1: '±', 0xb4: '×', 0xb8: '÷', 0xb9: '≠', 0xbb: '≈', 0xb0: '°', 0xb7: '·' },
  wingdings: { 0x6f: '□', 0xa8: '□', 0x6e: '■', 0xfc: '✓', 0xfe: '☑', 0xfb: '✗', 0xfd: '☒' },
  'wingdings 2': { 0x50: '✓', 0x4f: '✗', 0x52: '☑', 0x51: '☒', 0x54: '☒', 0xa3: '□', 0x30: '☑' },
};

const PRIVATE_FROM = 0xf000;
const UNKNOWN = '\uFFFD';

/** The character behind a code of a symbol font; U+FFFD where it is not known. */
export function symbolOf(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  if (!Number.isInteger(value) || value < 0 || value > 0xffff) return UNKNOWN;
  const own = value >= PRIVATE_FROM ? value - PRIVATE_FROM : value;
  const known = SYMBOLS[font.toLowerCase()]?.[own];
  if (known !== undefined) return known;
  const isPlain = value < PRIVATE_FROM && value >= 0x20;
  return isPlain ? String.fromCharCode(value) : UNKNOWN;
}
