import { describe, expect, it } from 'vitest';
import { readStrips, type StripPictures } from '../../../src/extract/scan/read-strips.js';
import { ReaderFailed } from '../../../src/extract/scan/readers/ocr-engine.js';
import { sayingEngine, sayingLine } from '../../made/said-lines.js';
import { setLine } from '../../made/set-line.js';

/** Strips that say these texts, and a `+` more where they are cut closer. */
const stripsOf = (...texts: string[]): StripPictures[] =>
  texts.map((text) => ({
    whole: sayingLine(text),
    usual: sayingLine(text),
    narrow: sayingLine(text),
    closer: sayingLine(`${text}+`),
  }));

const failing = (name: string) =>
  sayingEngine(name, () => {
    throw new ReaderFailed(`${name} died`);
  });

/** Reads these texts, otherwise what is said, without the mark of the closer cut. */
const misreading = (misread: Readonly<Record<string, string>>) => (said: string) =>
  said
    .split(' ')
    .map((word) => misread[word] ?? word.replace('+', ''))
    .join(' ');

const shortOf = ({ readings }: Awaited<ReturnType<typeof readStrips>>) =>
  readings.map((of) => of.map(({ by, text }) => `${by}: ${text}`));

describe('reading strips', () => {
  it('asks for numbers on one line, and for short text with a number in it alone; not for sure text', async () => {
    const [first, text, numbers] = [sayingEngine('a'), sayingEngine('b'), sayingEngine('b')];
    const read = await readStrips(stripsOf('quality', '10.00', '>95%x', '100.00%', '25'), { first, text, numbers });
    expect(shortOf(read)).toEqual([
      ['a: quality'],
      ['a: 10.00', 'b: 10.00'],
      ['a: >95%x', 'b: >95%x'],
      ['a: 100.00%', 'b: 100.00%'],
      ['a: 25', 'b: 25'],
    ]);
    expect(first.asked).toEqual([['quality', '10.00', '>95%x', '100.00%', '25']]);
    expect(text.asked).toEqual([['>95%x']]);
    expect(numbers.asked).toEqual([['10.00 100.00% 25']]);
  });

  it('asks for a strip in which the first reader finds nothing, and cuts it closer where the other finds nothing either', async () => {
    const first = sayingEngine('a', misreading({ '8': '', dust: '', 'dust+': '' }));
    const text = sayingEngine('b', misreading({ dust: '' }));
    const read = await readStrips(stripsOf('8', 'dust', 'one', 'two'), { first, text, numbers: null });
    expect(text.asked).toEqual([['8', 'dust']]);
    expect(first.asked).toEqual([
      ['8', 'dust', 'one', 'two'],
      ['8+', 'dust+'],
    ]);
    expect(read.readings.map(([best]) => best?.text)).toEqual(['8', '', 'one', 'two']);
  });

  it('asks for what the first reader left print out of, a lone sign and a number too', async () => {
    const line = (text: string) => text.padEnd(80, 'x');
    const strips = stripsOf(line('quality'), line('>'), line('25'), line('whole'));
    const readings: Readonly<Record<string, string>> = { q: 'good', '>': '>', '2': '25' };
    const first = sayingEngine('a', (said) => {
      const text = readings[said.charAt(0)];
      return text === undefined
        ? said.replace(/x+$/, '')
        : { text, places: Array.from(text, (_, at) => (at + 1) / 80) };
    });
    const text = sayingEngine('b', (said) => said.replace(/[x+]+$/, ''));
    await readStrips(strips, { first, text, numbers: null });
    expect(text.asked.flat().map((said) => said.replace(/x+$/, ''))).toEqual(['quality', '>', '25']);
  });

  it('asks nobody for what is blank where most of a page is: it is noise', async () => {
    const first = sayingEngine('a', misreading({ noise: '' }));
    const text = sayingEngine('b');
    const read = await readStrips(stripsOf('noise', 'noise', 'one'), { first, text, numbers: null });
    expect(text.asked.flat()).toEqual([]);
    expect(read.readings.map(([best]) => best?.text)).toEqual(['', '', 'one']);
  });

  it('cuts a strip closer in which the only reader finds nothing', async () => {
    const first = sayingEngine('a', misreading({ '8': '' }));
    const read = await readStrips(stripsOf('8', 'quality'), { first, text: null, numbers: null });
    expect(first.asked).toEqual([['8', 'quality'], ['8+']]);
    expect(read.readings[0]?.map((reading) => reading.text)).toContain('8');
  });

  it('reads eight numbers on a line', async () => {
    const [first, numbers] = [sayingEngine('a'), sayingEngine('b')];
    const texts = Array.from({ length: 19 }, (_, index) => String(index + 10));
    const read = await readStrips(stripsOf(...texts), { first, text: null, numbers });
    expect(numbers.asked).toEqual([
      [texts.slice(0, 8).join(' '), texts.slice(8, 16).join(' '), texts.slice(16).join(' ')],
    ]);
    expect(shortOf(read)).toEqual(texts.map((text) => [`a: ${text}`, `b: ${text}`]));
  });

  it('asks for a number alone where the readers differ, and for a closer cut where they differ still', async () => {
    const first = sayingEngine('a', misreading({ '31': '37', '52': '62' }));
    const numbers = sayingEngine('b', (said) =>
      (said.includes(' ') ? misreading({ '52': '5Z' }) : misreading({}))(said),
    );
    const read = await readStrips(stripsOf('10', '31', '52'), { first, text: null, numbers });
    expect(numbers.asked).toEqual([['10 31 52'], ['31', '52'], ['31+', '52+']]);
    expect(first.asked).toEqual([
      ['10', '31', '52'],
      ['31+', '52+'],
    ]);
    expect(shortOf(read)).toEqual([
      ['a: 10', 'b: 10'],
      ['a: 31', 'b: 31', 'b: 31', 'a: 37'],
      ['a: 52', 'b: 52', 'b: 52', 'a: 62'],
    ]);
  });

  it('asks for each number alone where a line of them came back in other parts', async () => {
    const numbers = sayingEngine('b', (said) => said.replace('1 2', '12'));
    const read = await readStrips(stripsOf('1', '2', '3'), { first: sayingEngine('a'), text: null, numbers });
    expect(numbers.asked).toEqual([['1 2 3'], ['1', '2', '3']]);
    expect(shortOf(read)).toEqual(['1', '2', '3'].map((text) => [`a: ${text}`, `b: ${text}`]));
  });

  it('puts first what two readers agree on, the first one’s reading of it before the other’s', async () => {
    const first = sayingEngine('a', (said) => ({ text: said.endsWith('+') ? 'train' : 'tram', confidence: 0.5 }));
    const text = sayingEngine('b', () => 'train');
    expect(shortOf(await readStrips(stripsOf('x'), { first, text, numbers: null }))).toEqual([
      ['a: train', 'b: train', 'a: tram'],
    ]);
  });

  it('leaves what the second reader fails at to the first', async () => {
    const readers = { first: sayingEngine('a'), text: failing('b'), numbers: failing('c') };
    const read = await readStrips(stripsOf('10', '95x'), readers);
    expect(shortOf(read)).toEqual([['a: 10'], ['a: 95x']]);
    expect(read.failed.map(({ message }) => message)).toEqual(['c died', 'b died']);
  });

  it('leaves everything to the second reader where the first fails', async () => {
    const readers = { first: failing('a'), text: sayingEngine('b'), numbers: sayingEngine('b') };
    const read = await readStrips(stripsOf('10', 'word'), readers);
    expect(shortOf(read)).toEqual([['b: 10', 'b: 10'], ['b: word']]);
    expect(read.failed.map(({ message }) => message)).toEqual(['a died']);
  });

  it('has middle dots where they are printed, for which both readers write points', async () => {
    const read = async (printed: string) => {
      const { picture, places } = setLine(printed);
      const first = sayingEngine('a', () => ({ text: '受7.18洪涝', confidence: 0.5, places }));
      const text = sayingEngine('b', () => '受 7.18 洪 涝');
      return shortOf(
        await readStrips([{ whole: picture, usual: picture, narrow: picture, closer: picture }], {
          first,
          text,
          numbers: null,
        }),
      );
    };
    expect(await read('受7·18洪涝')).toEqual([['a: 受7·18洪涝', 'b: 受7·18洪涝']]);
    expect(await read('受7.18洪涝')).toEqual([['a: 受7.18洪涝', 'b: 受7.18洪涝']]);
  });

  it('fails where no reader is left', async () => {
    const strips = stripsOf('10');
    await expect(readStrips(strips, { first: failing('a'), text: null, numbers: null })).rejects.toThrow('a died');
    const both = { first: failing('a'), text: failing('b'), numbers: failing('b') };
    await expect(readStrips(strips, both)).rejects.toThrow('b died');
  });

  it('does not take a defect for a reader that failed', async () => {
    const broken = sayingEngine('b', () => {
      throw new TypeError('x is undefined');
    });
    const readers = { first: sayingEngine('a'), text: broken, numbers: null };
    await expect(readStrips(stripsOf('95x'), readers)).rejects.toThrow(TypeError);
  });
});
