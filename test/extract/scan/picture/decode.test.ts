import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { headOf } from '../../../../src/extract/scan/picture/decode.js';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
const grey = () => sharp({ create: { width: 9, height: 9, channels: 3, background: 'grey' } });

describe('the decoder', () => {
  it.each(['png', 'jpeg', 'tiff', 'webp', 'gif'] as const)('opens %s', async (format) => {
    expect(await headOf(await grey().toFormat(format).toBuffer(), 0)).toMatchObject({ width: 9, height: 9, format });
  });

  it.each([
    ['SVG', Buffer.from(SVG)],
    ['SVG that says WEBP where a picture does', Buffer.from(SVG.replace('<svg ', "<svg a='WEBP' "))],
    ['SVG behind the signature of a GIF', Buffer.concat([Buffer.from('GIF89a'), Buffer.from(SVG)])],
    ['raw pixels with a header of text', Buffer.from('P5 9 9 255\n'.padEnd(99, 'x'))],
  ])('does not open %s', async (_, bytes) => {
    expect(await headOf(bytes, 0)).toBeNull();
  });

  it('does not open AVIF', async () => {
    const avif = await grey().toFormat('avif').toBuffer();
    expect(await headOf(avif, 0)).toBeNull();
  });
});
