import { describe, expect, it } from 'vitest';
import { remembering } from '../../../../src/extract/scan/readers/remembering.js';
import { sayingEngine, sayingLine } from '../../../made/said-lines.js';

describe('a reader that remembers', () => {
  it('reads each picture once, and gives every reading in its place', async () => {
    const reader = sayingEngine('a');
    const first = remembering(reader);
    const [one, two, three] = [sayingLine('1'), sayingLine('2'), sayingLine('3')];
    const textsOf = async (lines: (typeof one)[]) => (await first.read(lines)).map(({ text }) => text);
    expect(await textsOf([two, one])).toEqual(['2', '1']);
    expect(await textsOf([one, three, two])).toEqual(['1', '3', '2']);
    expect(reader.asked).toEqual([['2', '1'], ['3']]);
  });

  it('fails where the reader gives other lines', async () => {
    const first = remembering({ ...sayingEngine('a'), read: () => Promise.resolve([]) });
    await expect(first.read([sayingLine('1')])).rejects.toThrow('a gives other lines');
  });
});
