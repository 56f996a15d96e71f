import sharp, { type Sharp, type SharpOptions } from 'sharp';
import { mediaTypeOf } from '../../source/sniff.js';
import type { Picture, PictureResult } from './picture.js';

// Documents are what runs side by side, each on a core of its own; and no picture comes twice.
sharp.concurrency(1);
sharp.cache(false);

// The library knows more kinds of pictures than we read (SVG, HEIF, PDF): their decoders stay shut, whatever the bytes say.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadPng',
    'VipsForeignLoadJpeg',
    'VipsForeignLoadTiff',
    'VipsForeignLoadWebp',
    'VipsForeignLoadNsgif',
  ],
});

/** What a picture says of itself before it is decoded. */
export interface PictureHead {
  readonly width: number;
  readonly height: number;
  readonly isGrey: boolean;
  readonly dpi: number | null;
  /** How many pictures the file holds, this one among them. */
  readonly pages: number;
  /** Its kind, as the decoder calls it. */
  readonly format: string;
}

/** Bytes. All signatures of pictures are shorter. */
const SIGNATURE = 64;
/** Pixels for each inch. Programs that know nothing of a picture's size write 72 or 96; no scanner does. */
const LEAST_DPI = 100;
/** No scanner has more; what says so knows nothing of the picture's size. */
const MOST_DPI = 2_400;

/** Null where the bytes are no picture that can be read, or the decoder takes them for another kind than their signature says. `page` counts from 0. */
export async function headOf(bytes: Uint8Array, page: number): Promise<PictureHead | null> {
  try {
    const { width, height, space, density, pages = 1, format } = await open(bytes, page, 'none').metadata();
    if (format !== mediaTypeOf(bytes.subarray(0, SIGNATURE))) return null;
    const dpi = density !== undefined && density >= LEAST_DPI && density <= MOST_DPI ? density : null;
    return { width, height, isGrey: space === 'b-w' || space === 'grey16', dpi, pages, format };
  } catch {
    return null;
  }
}

/** Decodes one picture of at most 8 bits a channel: turned as it says, on white, grey or RGB. */
export async function decodePicture(bytes: Uint8Array, page: number, head: PictureHead): Promise<PictureResult> {
  const whole = await pixelsOf(open(bytes, page, strictnessFor(head)), head);
  if (whole !== null) return { picture: whole, trouble: null };
  return { picture: await pixelsOf(open(bytes, page, 'none'), head), trouble: 'damaged' };
}

type Strictness = NonNullable<SharpOptions['failOn']>;

/** JPEG decoders only warn of data that makes no sense; the other kinds' warnings are about what doesn't show. */
const strictnessFor = ({ format }: PictureHead): Strictness => (format === 'jpeg' ? 'warning' : 'error');

const open = (bytes: Uint8Array, page: number, failOn: Strictness): Sharp =>
  sharp(bytes, { page, failOn, limitInputPixels: false });

/** Null where decoding fails. */
async function pixelsOf(input: Sharp, { isGrey, dpi }: PictureHead): Promise<Picture | null> {
  try {
    const { data, info } = await input
      .autoOrient()
      .flatten({ background: 'white' })
      .toColourspace(isGrey ? 'b-w' : 'srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    return channels === 1 || channels === 3 ? { width, height, channels, data, dpi } : null;
  } catch {
    return null;
  }
}
