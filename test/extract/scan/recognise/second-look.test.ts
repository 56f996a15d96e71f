import { describe, expect, it } from 'vitest';
import { readStrips } from '../../../../src/extract/scan/recognise/read-line-images.js';
import { sayingEngine } from '../../../made/said-lines.js';
import { misreading, shortOf, stripsOf } from '../../../made/said-strips.js';
import { setLine } from '../../../made/set-line.js';

describe('a second look at strips', () => {
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

  it('bears out no sign that the strokes do not tell', async () => {
    const [first, text, numbers] = [sayingEngine('a'), sayingEngine('b'), sayingEngine('b')];
    const { readings } = await readStrips(stripsOf('>95', '>9人'), { first, text, numbers });
    for (const of of readings)
      expect(new Set(of.map(({ by, confidence }) => `${by} ${confidence > 0}`))).toEqual(
        new Set(['a true', 'b false']),
      );
  });
});
