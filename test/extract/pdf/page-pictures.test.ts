import { describe, expect, it } from 'vitest';
import { faxOf, flateOf, jbig2Of, jpeg2000Of, jpegOf } from '../../../scripts/scan/encode.js';
import { picturePdf, stripsOverPage, type EncodedPicture } from '../../../scripts/scan/picture-pdf.js';
import { PagePictures } from '../../../src/extract/pdf/page-pictures.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';

/** A page of 144 × 216 points, 100 dpi: white, its upper left quarter black, its lower right one grey. */
const [WIDTH, HEIGHT] = [200, 300];
const PAGE = { width: 144, height: 216 };
const GREY = 120;
const quarters = {
  width: WIDTH,
  height: HEIGHT,
  channels: 1 as const,
  data: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => {
    const [right, low] = [at % WIDTH >= WIDTH / 2, at >= (WIDTH * HEIGHT) / 2];
    return right === low ? (right ? GREY : 0) : 255;
  }),
};

/** 2,600 × 4 pixels, black in their left half, white in their right one. */
const WIDE_JPEG2000 =
  '/0//UQApAAAAAAooAAAABAAAAAAAAAAAAAAKKAAAAAQAAAAAAAAAAAABBwEB/1IADAAAAAEAAAQEAAH/XAAEQED/ZAAlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjD/kAAKAAAAAAHiAAH/k/8//AH/QB/+AP9gD/9gD/wB/3AH/gD/f4A/8Af/QB/4A/94A/8AP/wB/0Af/3wB/0Af/gD/YA//YJl9oPv2g/7Qf3+0H/aD/1oP+0H/e0H/NB/9oP9aD/v/NB/2g/9aD/tB/3tB/zQf/aD/Wg//doMAEVBUr/9gPxFQVK//YD8RUFSv/2A/EVBUr/9gPxFQVK//YD8RUFSv/2A/EVBUr/9gPxFQVK//YD8RUFSv/2A/EVBUr/9gPxFQVK//YD8RUFSv/2A/EVBUr/9gPxFQVK//YD8RUFSv/2A/EVBUr/9gPxFQVK//YD8RUFSv/2A/EVBUr/9gPxFQVK//YD8RUFShky6z0fxFDWQAAMJCX5k9AAAAAwkJfL+EAADCQlIEwBhIS+dMoAAGEhKQJgDCQl86ZQAAMJCUgTAGEhL50ygAAYSEpAmAMJCXFABcr8rmfxQAXK/K5n8UAFyvyuZ/FABcr8rmfxQAXK/K5n8UAFyvyuZ/FABcr8rmfxQAXK/K5n8UAFyvyuZ/FABcr8rmfxQAXK/K5n8UAFyvyuZ/FABcr8rmfxQAXK/K5n8UAFyvyuZ/FABcr8rmfxQAXK/K5n8UAFyvyuZ/FABcr8rmfxQAXK75T//Z';

const pdfOf = (pictures: readonly EncodedPicture[], content?: string, entries = '') =>
  picturePdf([{ ...PAGE, pictures, content: content ?? stripsOverPage({ ...PAGE, pictures }), entries }]);

interface Seen {
  readonly look: string;
  readonly trouble: string | null;
  /** Pixels, and dots per inch. */
  readonly size: readonly [number, number, number] | null;
  readonly box: readonly number[] | null;
  /** Upper left, upper right, lower left, lower right: the middle of each quarter. */
  readonly quarters: readonly unknown[] | null;
}

async function seen(bytes: Uint8Array, limits = DEFAULT_LIMITS): Promise<Seen> {
  const pictures = new PagePictures({ name: 'a.pdf', bytes }, limits);
  try {
    const page = await pictures.open(1);
    if (page === null) throw new Error('The page can’t be read.');
    const { picture, trouble, box } = await page.picture();
    if (picture === null) return { look: page.look, trouble, size: null, box, quarters: null };
    const { width, height, channels, data, dpi } = picture;
    expect(data).toHaveLength(width * height * channels);
    const pixel = (x: number, y: number) => {
      const at = (Math.floor(y * height) * width + Math.floor(x * width)) * channels;
      const values = Array.from(data.subarray(at, at + channels), (value) => Math.round(value / 15) * 15);
      return channels === 1 ? values[0] : values;
    };
    return {
      look: page.look,
      trouble,
      size: [width, height, Math.round(dpi ?? 0)],
      box: box && box.map((edge) => Math.round(edge)),
      quarters: [pixel(0.25, 0.25), pixel(0.75, 0.25), pixel(0.25, 0.75), pixel(0.75, 0.75)],
    };
  } finally {
    await pictures.close();
  }
}

const UPRIGHT: Seen = {
  look: 'pictures',
  trouble: null,
  size: [200, 300, 100],
  box: [0, 0, 144, 216],
  quarters: [0, 255, 255, GREY],
};
const SIDEWAYS = { size: [300, 200, 100], box: [0, 0, 216, 144] };
const text = (mode: number) => `BT ${mode} Tr /F1 12 Tf 20 100 Td <98797EE9> Tj ET`;

describe('PagePictures', () => {
  it.each<[string, () => Promise<EncodedPicture[]>, readonly unknown[]]>([
    ['JPEG', async () => [await jpegOf(quarters, 95)], UPRIGHT.quarters ?? []],
    ['deflated pixels', () => Promise.resolve([flateOf(quarters)]), UPRIGHT.quarters ?? []],
    ['CCITT Group 4 in strips', () => faxOf(quarters, 100), [0, 255, 255, 255]],
    ['JBIG2', async () => [await jbig2Of(quarters, 100)], [0, 255, 255, 255]],
  ])('takes out a page of %s, pixel for pixel', async (_, encoded, expected) => {
    expect(await seen(pdfOf(await encoded()))).toEqual({ ...UPRIGHT, quarters: expected });
  });

  it('takes out JPEG 2000 at full size, however wide', async () => {
    const picture = { width: 2600, height: 4, channels: 1 as const, data: new Uint8Array() };
    const bytes = pdfOf(
      [jpeg2000Of(picture, Buffer.from(WIDE_JPEG2000, 'base64'))],
      'q 144 0 0 0.2215 0 100 cm /P0 Do Q',
    );
    expect(await seen(bytes)).toMatchObject({ size: [2600, 4, 1300], quarters: [0, 255, 0, 255] });
  });

  it.each([
    [90, [255, 0, GREY, 255]],
    [180, [GREY, 255, 255, 0]],
    [270, [255, GREY, 0, 255]],
  ])('shows a page that is turned by %i degrees as it is shown', async (turn, expected) => {
    const shape = turn === 180 ? {} : SIDEWAYS;
    const bytes = pdfOf([flateOf(quarters)], undefined, `/Rotate ${turn}`);
    expect(await seen(bytes)).toEqual({ ...UPRIGHT, ...shape, quarters: expected });
  });

  it.each([
    ['turned by a quarter', '0 216 -144 0 144 0', [255, GREY, 0, 255]],
    ['turned by a half', '-144 0 0 -216 144 216', [GREY, 255, 255, 0]],
    ['flipped', '-144 0 0 216 144 0', [255, 0, GREY, 255]],
    ['upside down', '144 0 0 -216 0 216', [255, GREY, 0, 255]],
  ])('shows a picture that is painted %s so', async (_, matrix, expected) => {
    const bytes = pdfOf([flateOf(quarters)], `q ${matrix} cm /P0 Do Q`);
    expect((await seen(bytes)).quarters).toEqual(expected);
  });

  it('keeps the place of a picture that is smaller than the page', async () => {
    const bytes = pdfOf([flateOf(quarters)], 'q 72 0 0 108 36 54 cm /P0 Do Q');
    expect(await seen(bytes)).toEqual({ ...UPRIGHT, size: [200, 300, 200], box: [36, 54, 108, 162] });
  });

  it('gives a fax of unlike resolutions square pixels', async () => {
    const bytes = pdfOf([flateOf(quarters)], 'q 144 0 0 108 0 108 cm /P0 Do Q');
    expect(await seen(bytes)).toEqual({ ...UPRIGHT, size: [400, 300, 200], box: [0, 0, 144, 108] });
  });

  it('puts tiles together, and a stencil in its colour above a coarser ground', async () => {
    const white = { ...quarters, width: 50, height: 75, data: new Uint8Array(50 * 75).fill(255) };
    const [stencil] = (await faxOf(quarters, 100)).slice(0, 1);
    const mask = { ...flateOf(white), ...stencil, height: 256 };
    const entries = mask.entries.replace('/ColorSpace /DeviceGray /BitsPerComponent 1', '/ImageMask true');
    const content = 'q 144 0 0 216 0 0 cm /P0 Do Q 1 0 0 rg q 144 0 0 184.32 0 31.68 cm /P1 Do Q';
    expect(await seen(pdfOf([flateOf(white), { ...mask, entries }], content))).toEqual({
      ...UPRIGHT,
      quarters: [
        [255, 0, 0],
        [255, 255, 255],
        [255, 255, 255],
        [255, 255, 255],
      ],
    });
  });

  it('lays what is askew straight', async () => {
    const [cos, sin] = [Math.cos(0.02), Math.sin(0.02)];
    const matrix = [144 * cos, 144 * sin, -216 * sin, 216 * cos, 2, -1].join(' ');
    const { size, quarters: values } = await seen(pdfOf([flateOf(quarters)], `q ${matrix} cm /P0 Do Q`));
    expect(size).toEqual([200, 300, 100]);
    expect(values).toEqual([0, 255, 255, GREY]);
  });

  it.each<[string, (painted: string) => string, string]>([
    ['a text layer above it', (painted) => `${painted} ${text(3)}`, 'searchable-pictures'],
    ['a text layer below it', (painted) => `${text(0)} ${painted}`, 'searchable-pictures'],
    ['white paint below it', (painted) => `1 g 0 0 144 216 re f ${painted}`, 'pictures'],
  ])('takes a picture out with %s', async (_, content, look) => {
    expect(await seen(pdfOf([flateOf(quarters)], content('q 144 0 0 216 0 0 cm /P0 Do Q')))).toEqual({
      ...UPRIGHT,
      look,
    });
  });

  it('draws a page that shows more than pictures', async () => {
    const painted = 'q 144 0 0 216 0 0 cm /P0 Do Q 0 0 1 rg 72 108 72 108 re f';
    expect(await seen(pdfOf([flateOf(quarters)], painted))).toEqual({
      ...UPRIGHT,
      size: [600, 900, 300],
      quarters: [
        [0, 0, 0],
        [0, 0, 255],
        [255, 255, 255],
        [GREY, GREY, GREY],
      ],
    });
  });

  it.each([
    ['text', text(0), 'text'],
    ['text beside a seal', `${text(0)} q 20 0 0 20 100 20 cm /P0 Do Q`, 'text'],
    ['text beside a table that is a picture', `${text(0)} q 144 0 0 80 0 0 cm /P0 Do Q`, 'text-and-pictures'],
    ['nothing', '', 'blank'],
    ['a picture off the page', 'q 144 0 0 216 500 500 cm /P0 Do Q', 'blank'],
  ])('tells the look of a page with %s', async (_, content, look) => {
    expect((await seen(pdfOf([flateOf(quarters)], content))).look).toBe(look);
  });

  describe('of damaged pictures', () => {
    const wide = Buffer.from(WIDE_JPEG2000, 'base64');
    const wideSize = { width: 2600, height: 4, channels: 1 as const, data: new Uint8Array() };
    const encoded: Readonly<Record<string, () => Promise<EncodedPicture>>> = {
      JPEG: () => jpegOf(quarters, 90),
      'deflated pixels': () =>
        Promise.resolve(flateOf({ ...quarters, data: quarters.data.map((_, at) => (at * 7919) % 251) })),
      JBIG2: () => jbig2Of(quarters, 100),
      'JPEG 2000': () => Promise.resolve(jpeg2000Of(wideSize, wide)),
    };
    it('says so of CCITT Group 4 that is cut off, spoilt or nothing', async () => {
      const [strip, ...others] = await faxOf(quarters, 100);
      const trouble = async (data: Uint8Array) => strip && (await seen(pdfOf([{ ...strip, data }, ...others]))).trouble;
      const data = strip?.data ?? new Uint8Array();
      expect(await trouble(data)).toBeNull();
      expect(await trouble(data.subarray(0, data.length / 2))).toBe('damaged');
      expect(await trouble(data.map((byte, at) => (at === 30 ? ~byte : byte)))).toBe('damaged');
      expect(await trouble(new Uint8Array())).toBe('damaged');
    });

    const troubleOf = async (kind: string, change: (data: Uint8Array) => Uint8Array) => {
      const picture = await encoded[kind]?.();
      return picture && (await seen(pdfOf([{ ...picture, data: change(picture.data) }]))).trouble;
    };

    it.each(Object.keys(encoded))('says so of %s that is noise, or nothing', async (kind) => {
      expect(await troubleOf(kind, (data) => new Uint8Array(data.length).fill(0x55))).toBe('damaged');
      expect(await troubleOf(kind, () => new Uint8Array())).toBe('damaged');
    });

    it.each(Object.keys(encoded))('says so of %s that is cut off', async (kind) => {
      expect(await troubleOf(kind, (data) => data.subarray(0, data.length / 2))).toBe('damaged');
      expect(await troubleOf(kind, (data) => data)).toBeNull();
    });
  });

  it('neither decodes nor draws what has more pixels than the limit, and says so', async () => {
    const huge = { ...flateOf(quarters), width: 50_000, height: 50_000 };
    const tooLarge = { look: 'pictures', trouble: 'too-large', size: null, box: null, quarters: null };
    expect(await seen(pdfOf([huge]))).toEqual(tooLarge);
    expect(await seen(pdfOf([flateOf(quarters)]), { ...DEFAULT_LIMITS, pixelsPerPicture: 59_999 })).toEqual(tooLarge);
    const beside = await seen(pdfOf([huge], '0 0 1 rg 0 0 144 216 re f q 144 0 0 216 0 0 cm /P0 Do Q'));
    expect(beside).toMatchObject({ trouble: 'too-large', quarters: Array(4).fill([0, 0, 255]) });
  });
});
