import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { openPdf } from '../../../src/extract/pdf/pdfjs.js';

// pdf.js hands each outline over in a message of its own.
it('takes no outlines of glyphs from the fonts, which only drawing needs', async () => {
  const messages = vi.spyOn(globalThis, 'structuredClone');
  const pdf = await openPdf(readFileSync('fixtures/pdf/02-central-costs.chromium-microhei-portrait-cut.pdf'), {
    largestPicture: 0,
  });
  (await pdf.page(1)).release();
  await pdf.close();
  const sent = messages.mock.calls.map(([message]) => JSON.stringify(message));
  messages.mockRestore();
  expect(sent.some((message) => message.includes('"commonobj"') && message.includes('"Font"'))).toBe(true);
  expect(sent.filter((message) => message.includes('"FontPath"'))).toEqual([]);
});
