/**
 * Fonts that lie: those whose table of characters is missing or wrong, so that what they draw is read as something else. Told by what
 * their text is made of: forms print Chinese in common characters, digits, and some Latin.
 */
export class FontPlausibility {
  readonly #counts = new Map<object, Counts>();

  /** Notes a glyph that a font shows. `width` in ems. */
  note(font: object, text: string, width: number): void {
    let counts = this.#counts.get(font);
    if (counts === undefined) this.#counts.set(font, (counts = { told: 0, odd: 0, chinese: 0, rare: 0 }));
    const kind = kindOf(text);
    if (kind === 'neutral') return;
    counts.told += 1;
    if (kind === 'odd' || (kind === 'latin' && width >= FULL_WIDTH)) counts.odd += 1;
    if (kind === 'common' || kind === 'rare') counts.chinese += 1;
    if (kind === 'rare') counts.rare += 1;
  }

  /** The glyphs, blanks and digits aside, of the fonts that lie. */
  get lying(): number {
    let glyphs = 0;
    for (const counts of this.#counts.values()) if (isLying(counts)) glyphs += counts.told;
    return glyphs;
  }
}

interface Counts {
  /** Glyphs that tell something: neither digits nor what stands beside them. */
  told: number;
  odd: number;
  chinese: number;
  rare: number;
}

/** Glyphs. Fewer odd ones may be signs of a document's own. */
const FEWEST_ODD = 3;
/** Chinese characters. Of fewer, chance may make many rare. */
const FEWEST_CHINESE = 20;
/** The part of a font's glyphs that makes it a liar. A font of true text has next to none; of one that lies, most are odd or rare. */
const ODD_PART = 0.3;

const isLying = ({ told, odd, chinese, rare }: Counts) =>
  (odd >= FEWEST_ODD && odd >= ODD_PART * told) || (chinese >= FEWEST_CHINESE && rare >= ODD_PART * chinese);

/** Ems. Chinese characters are this wide; Latin letters and signs in a font of true text, but for the widest, are not. */
const FULL_WIDTH = 0.93;

type Kind = 'neutral' | 'latin' | 'odd' | 'common' | 'rare';

/** Digits, what stands in numbers, blanks, and the widest Latin letters. */
const NEUTRAL = /^[\s\p{Nd}.,%()+\-/:;<>=WMm@&_|~]/u;
const LATIN = /^[!-~]/;
const HAN = /^[\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}]/u;
/** Signs and letters that forms print beside Chinese, and radicals, which some fonts give for characters. */
const PRINTED =
  /^[\u00b0\u00b1\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u206f\u2070-\u209f\u2100-\u22ff\u2460-\u27bf\u2e80-\u30ff\u31c0-\u33ff\ufe10-\ufe6f\uff01-\uffee\u0370-\u03ff\u00ad\u02c9\u0101-\u01dc]/;

function kindOf(text: string): Kind {
  const known = KINDS.get(text);
  if (known !== undefined) return known;
  const kind = newKindOf(text);
  if (KINDS.size < MOST_KINDS) KINDS.set(text, kind);
  return kind;
}

/** Kinds that were looked up. Documents use some thousands of characters. */
const KINDS = new Map<string, Kind>();
const MOST_KINDS = 30_000;

function newKindOf(text: string): Kind {
  if (text === '' || NEUTRAL.test(text)) return 'neutral';
  if (LATIN.test(text)) return 'latin';
  if (HAN.test(text)) return commonCharacters().has(String.fromCodePoint(text.codePointAt(0) ?? 0)) ? 'common' : 'rare';
  return PRINTED.test(text) ? 'neutral' : 'odd';
}

let common: ReadonlySet<string> | undefined;

/** The characters that GB/T 2312 and Big5 list as the common ones of simplified and of traditional writing: their first levels. */
function commonCharacters(): ReadonlySet<string> {
  return (common ??= new Set([
    ...decodedRows('gbk', [0xb0, 0xd7], [[0xa1, 0xfe]]),
    ...decodedRows(
      'big5',
      [0xa4, 0xc6],
      [
        [0x40, 0x7e],
        [0xa1, 0xfe],
      ],
    ),
  ]));
}

type Range = readonly [first: number, last: number];

function decodedRows(encoding: string, [first, last]: Range, cells: readonly Range[]): string[] {
  const bytes: number[] = [];
  for (let row = first; row <= last; row += 1)
    for (const [from, to] of cells) for (let cell = from; cell <= to; cell += 1) bytes.push(row, cell);
  return Array.from(new TextDecoder(encoding).decode(Uint8Array.from(bytes)));
}
