import { expect, it } from 'vitest';
import { faxOf, flateOf, jbig2Of } from '../../../scripts/scan/encode.js';
import { picturePdf, type EncodedPicture } from '../../../scripts/scan/picture-pdf.js';
import { isFaxSpoilt } from '../../../src/extract/pdf/fax-data.js';

const bars = {
  width: 80,
  height: 60,
  channels: 1 as const,
  data: Uint8Array.from({ length: 80 * 60 }, (_, at) => ((at % 80) % 9 < 4 || at % 7 === 0 ? 0 : 255)),
};
/** The number of the first picture’s object. */
const PICTURE = '5R';

const pdfOf = (pictures: readonly (EncodedPicture | undefined)[]) =>
  picturePdf([{ width: 80, height: 60, pictures: pictures.filter((picture) => picture !== undefined), content: '' }]);

it('takes whole data for sound, with or without its mark of the end', async () => {
  const [fax] = await faxOf(bars, 128);
  const unmarked = fax && { ...fax, data: fax.data.subarray(0, fax.data.length - 3) };
  for (const picture of [fax, unmarked, await jbig2Of(bars, 128)])
    expect(await isFaxSpoilt(pdfOf([picture]), PICTURE)).toBe(false);
});

it.each([0, 0.3, 0.6, 0.9])('finds out that only %d of the data is there', async (part) => {
  for (const picture of [(await faxOf(bars, 128))[0], await jbig2Of(bars, 128)]) {
    const cut = picture && { ...picture, data: picture.data.subarray(0, part * picture.data.length) };
    expect(await isFaxSpoilt(pdfOf([cut]), PICTURE)).toBe(true);
  }
});

it('says nothing of other pictures, of protected files and of objects that are not there', async () => {
  const [fax] = await faxOf(bars, 128);
  const empty = fax && { ...fax, data: new Uint8Array() };
  const marked = Buffer.concat([pdfOf([empty]), Buffer.from('% /Encrypt')]);
  expect(await isFaxSpoilt(pdfOf([flateOf(bars)]), PICTURE)).toBe(false);
  expect(await isFaxSpoilt(marked, PICTURE)).toBe(false);
  for (const reference of ['1R', '99R', '5R7', '']) expect(await isFaxSpoilt(pdfOf([empty]), reference)).toBe(false);
});

it('looks at the last object of a number, and not at one that ends like it', async () => {
  const [fax] = await faxOf(bars, 128);
  const whole = pdfOf([fax]);
  const newer = `\n5 0 obj << /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 80 >> /Height 60 /Length 0 >> stream\n\nendstream endobj`;
  expect(await isFaxSpoilt(Buffer.concat([whole, Buffer.from(newer)]), PICTURE)).toBe(true);
  expect(await isFaxSpoilt(Buffer.concat([whole, Buffer.from(newer.replace('5 0', '15 0'))]), PICTURE)).toBe(false);
});
