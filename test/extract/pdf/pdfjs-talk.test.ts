import { afterEach, expect, it, vi } from 'vitest';
import {
  beginTalk,
  listening,
  tellsOfLock,
  tellsOfLoss,
  tellsOfRebuilding,
} from '../../../src/extract/pdf/pdfjs-talk.js';

const ends: (() => void)[] = [];
const opened = (documents: number) => {
  for (let document = 0; document < documents; document += 1) ends.push(beginTalk());
};

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

it('hears what a document says that is open alone, also behind the work', async () => {
  opened(1);
  const { result, said } = await listening(async () => {
    console.warn('Warning: one');
    await Promise.resolve();
    return 1;
  });
  console.info('Info: two');
  expect({ result, said }).toEqual({ result: 1, said: ['one', 'two'] });
});

it('hears of several documents what each says', async () => {
  opened(2);
  const [first, second] = await Promise.all([
    listening(async () => {
      console.warn('Warning: one');
      await Promise.resolve();
      console.info('Info: two');
      return 1;
    }),
    listening(async () => {
      await Promise.resolve();
      console.warn('Warning: other');
    }),
  ]);
  expect([first, second.said]).toEqual([{ result: 1, said: ['one', 'two'] }, ['other']]);
});

it('keeps the first document’s words apart from those of one that is opened meanwhile', async () => {
  opened(1);
  const first = listening(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    console.warn('Warning: one');
  });
  opened(1);
  const second = await listening(async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    console.warn('Warning: other');
  });
  expect([(await first).said, second.said]).toEqual([['one'], ['other']]);
});

it('leaves to the console what is said where no document is open, and what others say', async () => {
  const printed: unknown[] = [];
  const warn = vi.spyOn(console, 'warn').mockImplementation((message) => printed.push(message));
  vi.resetModules();
  const talk = await import('../../../src/extract/pdf/pdfjs-talk.js');
  const end = talk.beginTalk();
  const { said } = await talk.listening(() => {
    console.warn('Warning: one');
    console.warn('not of pdf.js');
    return Promise.resolve();
  });
  end();
  console.warn('Warning: nobody’s');
  warn.mockRestore();
  expect({ said, printed }).toEqual({ said: ['one'], printed: ['not of pdf.js', 'Warning: nobody’s'] });
});

it('tells what a reader has to know of', () => {
  expect(tellsOfRebuilding(['Indexing all PDF objects'])).toBe(true);
  expect(tellsOfLoss(['Bad block header in flate stream'])).toBe(true);
  expect([tellsOfLoss, tellsOfRebuilding].map((tells) => tells(['TT: undefined function: 32']))).toEqual([
    false,
    false,
  ]);
});

it.each([
  [Object.assign(new Error('No password given'), { name: 'PasswordException' }), true],
  [new Error('unknown encryption method'), true],
  [new Error('unsupported encryption algorithm'), true],
  [new Error('Invalid PDF structure.'), false],
])('%s: locked %s', (error, isLocked) => {
  expect(tellsOfLock(error)).toBe(isLocked);
});
