import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PictureResult } from '../../../../src/extract/scan/picture/picture.js';
import { pageCountOf, pictureAt } from '../../../../src/extract/scan/picture/pictures-of-file.js';
import { mediaTypeOf, type PictureMedia } from '../../../../src/extract/source/sniff.js';
import { DEFAULT_LIMITS } from '../../../../src/schema/limits.js';

const [WIDTH, HEIGHT] = [30, 20];

/** Black in its left half, red in its right one. */
const twoHalves = () =>
  sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: 'red' } }).composite([
    { input: { create: { width: WIDTH / 2, height: HEIGHT, channels: 3, background: 'black' } }, left: 0, top: 0 },
  ]);
/** Black in its left half, white in its right one. */
const greyHalves = () =>
  sharp(
    Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => (at % WIDTH < WIDTH / 2 ? 0 : 255)),
    { raw: { width: WIDTH, height: HEIGHT, channels: 1 } },
  ).toColourspace('b-w');

async function read(bytes: Uint8Array, limits = DEFAULT_LIMITS): Promise<PictureResult[]> {
  const results: PictureResult[] = [];
  const media = mediaTypeOf(bytes) as PictureMedia;
  const pages = await pageCountOf({ name: 'a', bytes, media });
  for (let page = 1; page <= pages; page += 1) results.push(await pictureAt(bytes, page, limits));
  return results;
}

/** The picture's size, and its pixels in the middle of the left half and of the right one. */
function seen({ picture, trouble }: PictureResult): unknown {
  if (picture === null) return trouble;
  const { width, height, channels, data } = picture;
  expect(data).toHaveLength(width * height * channels);
  const pixel = (x: number) => {
    const at = (Math.floor(height / 2) * width + Math.floor(x * width)) * channels;
    return Array.from(data.subarray(at, at + channels), (value) => (value > 250 ? 255 : value < 5 ? 0 : value));
  };
  return [width, height, pixel(0.25), pixel(0.75), ...(trouble === null ? [] : [trouble])];
}

/** Where the first strip of a page of a little-endian TIFF begins. */
function stripOf(tiff: Buffer, page: number): number {
  let directory = tiff.readUInt32LE(4);
  const entries = () => tiff.readUInt16LE(directory);
  for (let passed = 0; passed < page; passed += 1) directory = tiff.readUInt32LE(directory + 2 + 12 * entries());
  const tags = Array.from({ length: entries() }, (_, index) => directory + 2 + 12 * index);
  return tiff.readUInt32LE((tags.find((at) => tiff.readUInt16LE(at) === 273) ?? NaN) + 8);
}

const COLOURS = [WIDTH, HEIGHT, [0, 0, 0], [255, 0, 0]];

describe('pictureAt', () => {
  it.each<[string, (picture: Sharp) => Sharp]>([
    ['PNG', (picture) => picture.png()],
    ['PNG with a palette', (picture) => picture.png({ palette: true })],
    ['PNG of 16 bits', (picture) => picture.toColourspace('rgb16').png()],
    ['JPEG', (picture) => picture.jpeg({ quality: 100, chromaSubsampling: '4:4:4' })],
    ['WebP', (picture) => picture.webp({ lossless: true })],
    ['GIF', (picture) => picture.gif()],
    ['TIFF with LZW', (picture) => picture.tiff({ compression: 'lzw' })],
    ['TIFF with deflate', (picture) => picture.tiff({ compression: 'deflate' })],
    ['TIFF with JPEG', (picture) => picture.tiff({ compression: 'jpeg', quality: 100 })],
  ])('reads a %s', async (_, saved) => {
    expect((await read(await saved(twoHalves()).toBuffer())).map(seen)).toEqual([COLOURS]);
  });

  it('reads grey ones with one channel, of 1, 8 and 16 bits', async () => {
    const bytes = [
      await greyHalves().tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
      await greyHalves().png().toBuffer(),
      await greyHalves().toColourspace('grey16').png().toBuffer(),
    ];
    for (const each of bytes) expect((await read(each)).map(seen)).toEqual([[WIDTH, HEIGHT, [0], [255]]]);
  });

  it('turns CMYK to colours', async () => {
    const [picture] = await read(await twoHalves().toColourspace('cmyk').jpeg().toBuffer());
    expect(picture?.picture).toMatchObject({ width: WIDTH, height: HEIGHT, channels: 3 });
  });

  it('lays what is transparent on white', async () => {
    const clear = sharp({ create: { width: 4, height: 4, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
    for (const bytes of [await clear.png().toBuffer(), await clear.webp().toBuffer()])
      expect((await read(bytes)).map(seen)).toEqual([[4, 4, [255, 255, 255], [255, 255, 255]]]);
  });

  it.each<[number, unknown]>([
    [1, [WIDTH, HEIGHT, [0, 0, 0], [255, 255, 255]]],
    [3, [WIDTH, HEIGHT, [255, 255, 255], [0, 0, 0]]],
    [6, [HEIGHT, WIDTH, [255, 255, 255], [255, 255, 255]]],
    [8, [HEIGHT, WIDTH, [0, 0, 0], [0, 0, 0]]],
  ])('turns a picture upright that says how it was held (%i)', async (orientation, shown) => {
    const held = greyHalves().withMetadata({ orientation });
    for (const bytes of [await held.jpeg({ quality: 100 }).toBuffer(), await held.tiff().toBuffer()])
      expect((await read(bytes)).map(seen)).toEqual([shown]);
  });

  it('tells the resolution, and none where a program wrote what screens have', async () => {
    const dpi = async (picture: Sharp) => (await read(await picture.toBuffer()))[0]?.picture?.dpi;
    expect(await dpi(twoHalves().withMetadata({ density: 300 }).jpeg())).toBe(300);
    expect(await dpi(twoHalves().withMetadata({ density: 200 }).png())).toBe(200);
    expect(await dpi(twoHalves().tiff({ xres: 10, yres: 10, resolutionUnit: 'cm' }))).toBe(254);
    expect(await dpi(twoHalves().tiff({ xres: 10, yres: 10, resolutionUnit: 'inch' }))).toBe(254);
    expect(await dpi(twoHalves().withMetadata({ density: 72 }).jpeg())).toBeNull();
    expect(await dpi(twoHalves().png())).toBeNull();
  });

  it('reads every page of a TIFF, and goes on behind one that is damaged', async () => {
    const page = (background: string) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer();
    const pages = await Promise.all([page('black'), page('red'), page('white')]);
    const bytes = await sharp(pages, { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer();
    const [black, red, white] = [
      [0, 0, 0],
      [255, 0, 0],
      [255, 255, 255],
    ].map((pixel) => [8, 8, pixel, pixel]);
    expect((await read(bytes)).map(seen)).toEqual([black, red, white]);
    bytes.fill(0xff, stripOf(bytes, 1), stripOf(bytes, 1) + 4);
    expect((await read(bytes)).map(seen)).toMatchObject([black, [8, 8, {}, {}, 'damaged'], white]);
  });

  it('takes the first picture of an animation', async () => {
    const frames = [await twoHalves().png().toBuffer(), await twoHalves().negate().png().toBuffer()];
    const bytes = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await read(bytes)).map(seen)).toEqual([COLOURS]);
  });

  describe('of damaged files', () => {
    const noise = sharp(
      Uint8Array.from({ length: 300 * 200 * 3 }, (_, at) => (Math.imul(at, 2_654_435_761) >>> 24) & 0xff),
      { raw: { width: 300, height: 200, channels: 3 } },
    );
    const cut = (bytes: Buffer, part: number) => bytes.subarray(0, Math.floor(part * bytes.length));

    it.each<[string, (picture: Sharp) => Sharp]>([
      ['JPEG', (picture) => picture.jpeg()],
      ['progressive JPEG', (picture) => picture.jpeg({ progressive: true })],
      ['PNG', (picture) => picture.png()],
      ['GIF', (picture) => picture.gif()],
    ])('gives what is there of a %s that was cut off, and says so', async (_, saved) => {
      const [result] = await read(cut(await saved(noise).toBuffer(), 0.5));
      expect(result).toMatchObject({ picture: { width: 300, height: 200 }, trouble: 'damaged' });
    });

    it.each<[string, (picture: Sharp) => Sharp]>([
      ['WebP', (picture) => picture.webp()],
      ['TIFF', (picture) => picture.tiff()], // its directory stands at its end
    ])('fails on a %s that was cut off', async (_, saved) => {
      await expect(read(cut(await saved(noise).toBuffer(), 0.5))).rejects.toMatchObject({ code: 'damaged' });
    });

    it('fails on a head alone, and names the file', async () => {
      for (const head of ['\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'II*\0', 'RIFF\0\0\0\0WEBP', 'GIF89a'])
        await expect(read(Buffer.from(head, 'latin1'))).rejects.toThrow(/^a: .*damaged/);
    });

    it('does not decode what has more pixels than the limit', async () => {
      const bytes = await twoHalves().png().toBuffer();
      const limits = (pixelsPerPicture: number) => ({ ...DEFAULT_LIMITS, pixelsPerPicture });
      expect((await read(bytes, limits(WIDTH * HEIGHT))).map(seen)).toEqual([COLOURS]);
      expect((await read(bytes, limits(WIDTH * HEIGHT - 1))).map(seen)).toEqual(['too-large']);
    });

    it('does not decode a small file that says it is 50,000 pixels wide and high', async () => {
      const declared = Buffer.from(await twoHalves().png().toBuffer());
      declared.writeUInt32BE(50_000, 16);
      declared.writeUInt32BE(50_000, 20);
      declared.writeUInt32BE(crc32(declared.subarray(12, 29)), 29);
      expect((await read(declared)).map(seen)).toEqual(['too-large']);
    });
  });
});
