import { expect, it } from 'vitest';

const functions = () => [Array.prototype.push, JSON.parse, JSON.stringify];

it('leaves the functions of the language as they were before pdf.js was loaded', async () => {
  const before = functions();
  await import('../../../../src/extract/pdf/library/pdfjs-library.js');
  functions().forEach((now, index) => {
    expect(now).toBe(before[index]);
  });
});
