import sharp from 'sharp';
import { expect, it } from 'vitest';
import { withOwnSvg } from '../../src/draw/own-svg.js';
import { headOf } from '../../src/extract/scan/picture/decode.js';

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');

it('draws our own SVG, and leaves what opens it shut', async () => {
  expect(await headOf(SVG, 0)).toBeNull();
  const { width } = await withOwnSvg(() => sharp(SVG).metadata());
  expect(width).toBe(9);
  await expect(sharp(SVG).metadata()).rejects.toThrow('unsupported image format');
});
