const PLAIN = { digits: '零一二三四五六七八九', ten: '十', hundred: '百', thousand: '千' };
const CAPITAL = { digits: '零壹贰叁肆伍陆柒捌玖', ten: '拾', hundred: '佰', thousand: '仟' };
type Numerals = typeof PLAIN;

/** A whole number below 10,000 in Chinese numerals; null for any other. */
function numerals(value: number, { digits, ten, hundred, thousand }: Numerals): string | null {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return null;
  if (value === 0) return digits.charAt(0);
  const places = [thousand, hundred, ten, ''];
  let text = '';
  let zero = false;
  for (const [index, place] of places.entries()) {
    const digit = Math.floor(value / 10 ** (3 - index)) % 10;
    if (digit === 0) zero = text !== '';
    else {
      text += `${zero ? digits.charAt(0) : ''}${digits.charAt(digit)}${place}`;
      zero = false;
    }
  }
  return text;
}

/** 10 to 19 begin with 十. */
export const inPlainNumerals = (value: number) => numerals(value, PLAIN)?.replace(/^一十/, '十') ?? null;
export const inCapitals = (value: number) => numerals(value, CAPITAL);
