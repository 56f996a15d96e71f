import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pagePicture } from '../../src/draw/page-picture.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const draw = (file: string, page = 1) =>
  pagePicture({ path: join(FIXTURES, file) }, { page, boxes: null, dpi: null, limits: DEFAULT_LIMITS });

describe('pagePicture', () => {
  it.each([
    ['pdf/06-hubei.libreoffice-microhei-portrait.pdf', 595, 842],
    ['scan/18-odd-signs.200-jpeg.jpg', 842, 595],
    ['scan/09-yuan.300-tiff.tif', 482, 510],
  ])('%s: a picture of its size in points', async (file, width, height) => {
    const drawn = await draw(file);
    expect([drawn?.width, drawn?.height].map((size) => Math.round(size ?? 0))).toEqual([width, height]);
    const picture = await sharp(drawn?.picture).metadata();
    expect(picture.format).toBe('webp');
    expect(picture.width / picture.height).toBeCloseTo(width / height, 1);
  });

  it('gives none of a text, nor of a page that is not there', async () => {
    expect(await draw('forms/06-hubei.pipe.md')).toBeNull();
    expect(await draw('pdf/06-hubei.libreoffice-microhei-portrait.pdf', 99)).toBeNull();
  });
});
