/** How the number of a list's paragraph is written, by its format's name (ECMA-376-1, 17.18.59). Formats that are not here are written in digits. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  chineseCounting: (value) => counted(value, '〇一二三四五六七八九', ['', '十', '百', '千']),
  chineseCountingThousand: (value) => counted(value, '零一二三四五六七八九', ['', '十', '百', '千']),
  japaneseCounting: (value) => counted(value, '〇一二三四五六七八九', ['', '十', '百', '千']),
  taiwaneseCountingThousand: (value) => counted(value, '零一二三四五六七八九', ['', '十', '百', '千']),
  chineseLegalSimplified: (value) => counted(value, '零壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟']),
  ideographLegalTraditional: (value) => counted(value, '零壹貳參肆伍陸柒捌玖', ['', '拾', '佰', '仟']),
  ideographDigital: (value) => digitByDigit(value, '〇一二三四五六七八九'),
  japaneseDigitalTenThousand: (value) => digitByDigit(value, '〇一二三四五六七八九'),
  decimalFullWidth: (value) => digitByDigit(value, '０１２３４５６７８９'),
  decimalEnclosedCircle: (value) => inRow(value, 0x2460, 20),
  decimalEnclosedCircleChinese: (value) => inRow(value, 0x2460, 20),
  decimalEnclosedParen: (value) => inRow(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => inRow(value, 0x2488, 20),
  ideographEnclosedCircle: (value) => inRow(value, 0x3280, 10),
  ideographTraditional: (value) => oneOf(value, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (value) => oneOf(value, '子丑寅卯辰巳午未申酉戌亥'),
};

/** Larger numbers are written in digits: no list is as long. */
const LARGEST = 9_999;

export function numberIn(format: string, value: number): string {
  const write = FORMATS[format];
  return write === undefined || value < 1 || value > LARGEST ? String(value) : write(value);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let [text, rest] = ['', value];
  for (const [worth, sign] of ROMAN) for (; rest >= worth; rest -= worth) text += sign;
  return text;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A to Z, then AA, BB, …, as Word goes on. */
function letters(value: number): string {
  const letter = LETTERS.charAt((value - 1) % LETTERS.length);
  return letter.repeat(Math.ceil(value / LETTERS.length));
}

/** 21 is 二十一, 10 is 十, 105 is 一百零五. */
function counted(value: number, digits: string, places: readonly string[]): string {
  const written = String(value);
  let [text, isGap] = ['', false];
  Array.from(written, Number).forEach((digit, index) => {
    const place = written.length - 1 - index;
    if (digit === 0) isGap = true;
    else {
      text += (isGap && text !== '' ? digits.charAt(0) : '') + digits.charAt(digit) + (places[place] ?? '');
      isGap = false;
    }
  });
  const isTeen = value >= 10 && value < 20;
  return isTeen ? text.slice(1) : text;
}

const digitByDigit = (value: number, digits: string) =>
  Array.from(String(value), (digit) => digits.charAt(Number(digit))).join('');

/** Signs that stand in a row in Unicode, so many of them. */
const inRow = (value: number, first: number, count: number) =>
  value <= count ? String.fromCodePoint(first + value - 1) : String(value);

const oneOf = (value: number, signs: string) => signs.charAt((value - 1) % signs.length);
