/**
 * Characters that look like another one and are meant as it: radicals, full-width forms, blanks of every kind.
 * Source: Unicode 15 EquivalentUnifiedIdeograph.txt for the CJK Radicals Supplement; NFKC for the Kangxi radicals.
 */

/** Radical and character, pair by pair. U+2E9A is unassigned. */
const SUPPLEMENT_PAIRS =
  '⺀丶⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尢⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
const SUPPLEMENT = new Map(SUPPLEMENT_PAIRS.match(/../g)?.map((pair) => [pair.charAt(0), pair.charAt(1)]));

/** Radicals whose compatibility character is not the one that the mainland writes; its fonts draw both with one glyph. */
const MAINLAND = new Map([
  ['\u2f3e', '户'],
  ['\u2fad', '青'],
  ['\u2fc8', '黄'],
]);

const RADICAL = /[\u2e80-\u2ef3\u2f00-\u2fd5]/g;
const BLANK_LIKE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** An accent belongs to the letter before it, however far a reader put it. */
const BLANKS_AND_ACCENT = /[ \t\n]+(\p{Mn})?/gu;
/** Fonts draw it as the dash that Chinese texts use, and their tables of characters name it instead. */
const HORIZONTAL_BAR = /\u2015/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
/** Everything the functions below change; a text without any of it, which is most of them, is passed through as it is. */
const UNUSUAL = /[^\n\t\u0020-\u007e\u3001-\u303f\u4e00-\u9fff“”‘’—…·≥≤，；：（）]|\r/;

function radicalToCharacter(radical: string): string {
  return SUPPLEMENT.get(radical) ?? MAINLAND.get(radical) ?? radical.normalize('NFKC');
}

/** More marks on one letter are no writing; putting many thousands in order takes seconds. Source: UAX #15, Stream-Safe Text Format. */
const TOO_MANY_MARKS = /\p{M}{31}/u;

/** The text composed (NFC), but for one with letters under a heap of marks, which stays as it is. */
const composed = (text: string): string => (TOO_MANY_MARKS.test(text) ? text : text.normalize('NFC'));

/** Maps radicals to their characters, every blank to a space, the bar ― to a dash, drops what is invisible, then composes (NFC). */
export function plainCharacters(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  const plain = text
    .replace(RADICAL, radicalToCharacter)
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(HORIZONTAL_BAR, '—')
    .replace(BLANK_LIKE, ' ')
    .replace(BLANKS_AND_ACCENT, (blanks, accent: string | undefined) => accent ?? blanks);
  return composed(plain);
}

/** Full-width letters, digits and signs (U+FF01 … U+FF5E) as their half-width forms. */
export function halfWidth(text: string): string {
  const narrow = text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET));
  // A letter that is no longer full-width composes with an accent behind it.
  return narrow === text ? text : composed(narrow);
}
