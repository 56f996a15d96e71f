import { afterEach, expect, it, vi } from 'vitest';
import { listening, tellsOfLock, tellsOfLoss, tellsOfRebuilding } from '../../../src/extract/pdf/pdfjs-talk.js';

afterEach(() => {
  vi.restoreAllMocks();
});

it('hears what is said while it works, and nothing else', async () => {
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
