/**
 * Fonts that lie: those whose table of characters is missing or wrong, so that what they draw is read as something else. Told by what
 * their text is made of: forms print Chinese in common characters, digits, and some Latin.
 */
export class FontPlausibility {
  readonly #counts = new Map<object, Counts>();
  #last: { readonly font: object; readonly counts: Counts } | null = null;

  /** Notes a glyph that a font shows. `width` in ems. */
  note(font: object, text: string, width: number): void {
    const counts = this.#countsOf(font);
    const kind = kindOf(text);
    if (kind === 'neutral') return;
    counts.told += 1;
    if (kind === 'odd' || (kind === 'latin' && width >= FULL_WIDTH)) counts.odd += 1;
    if (kind === 'common' || kind === 'rare') counts.chinese += 1;
    if (kind === 'rare') counts.rare += 1;
  }

  /** Glyphs of one font follow each other. */
  #countsOf(font: object): Counts {
    if (this.#last?.font === font) return this.#last.counts;
    const counts = this.#counts.get(font) ?? { told: 0, odd: 0, chinese: 0, rare: 0 };
    this.#counts.set(font, counts);
    this.#last = { font, counts };
    return counts;
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

const KINDS = ['neutral', 'latin', 'odd', 'common', 'rare'] as const;
type Kind = (typeof KINDS)[number];

/** Digits, what stands in numbers, blanks, and the widest Latin letters. */
const NEUTRAL = /^[\s\p{Nd}.,%()+\-/:;<>=WMm@&_|~]/u;
const LATIN = /^[!-~]/;
const HAN = /^[\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}]/u;
/** Signs and letters that forms print beside Chinese, and radicals, which some fonts give for characters. */
const PRINTED =
  /^[\u00b0\u00b1\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u206f\u2070-\u209f\u2100-\u22ff\u2460-\u27bf\u2e80-\u30ff\u31c0-\u33ff\ufe10-\ufe6f\uff01-\uffee\u0370-\u03ff\u00ad\u02c9\u0101-\u01dc]/;

/** One more than the place among `KINDS` of each character that was looked up, by its code; 0 for the others. */
const looked = new Uint8Array(0x10000);

function kindOf(text: string): Kind {
  if (text.length !== 1) return newKindOf(text);
  const code = text.charCodeAt(0);
  const known = KINDS[(looked[code] ?? 0) - 1];
  if (known !== undefined) return known;
  const kind = newKindOf(text);
  looked[code] = KINDS.indexOf(kind) + 1;
  return kind;
}

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
