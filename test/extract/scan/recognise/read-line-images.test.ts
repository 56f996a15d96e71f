import { describe, expect, it } from 'vitest';
import { readStrips } from '../../../../src/extract/scan/recognise/read-line-images.js';
import { ReaderFailed } from '../../../../src/extract/scan/readers/ocr-engine.js';
import { sayingEngine } from '../../../made/said-lines.js';
import { misreading, shortOf, stripsOf } from '../../../made/said-strips.js';

const failing = (name: string) =>
  sayingEngine(name, () => {
    throw new ReaderFailed(`${name} died`);
  });

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
