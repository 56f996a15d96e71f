import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { Picture } from '../../src/extract/scan/picture/picture.js';
import type { EncodedPicture } from './picture-pdf.js';

/** A picture in the picture library, grey where it is. */
export const rawOf = ({ data, width, height, channels }: Omit<Picture, 'dpi'>) =>
  sharp(data, { raw: { width, height, channels } }).toColourspace(channels === 1 ? 'b-w' : 'srgb');
const spaceOf = ({ channels }: Pick<Picture, 'channels'>) =>
  `/ColorSpace ${channels === 1 ? '/DeviceGray' : '/DeviceRGB'} /BitsPerComponent 8`;

/** Every byte as it is, deflated. */
export const flateOf = (picture: Omit<Picture, 'dpi'>): EncodedPicture => ({
  ...sizeOf(picture),
  entries: `/Filter /FlateDecode ${spaceOf(picture)}`,
  data: deflateSync(picture.data),
});

export async function jpegOf(picture: Omit<Picture, 'dpi'>, quality: number): Promise<EncodedPicture> {
  const data = await rawOf(picture).jpeg({ quality }).toBuffer();
  return { ...sizeOf(picture), entries: `/Filter /DCTDecode ${spaceOf(picture)}`, data };
}

/**
 * Black and white, CCITT Group 4, in strips of up to 256 rows, as scanners write them; everything darker than `threshold` is black.
 * From top to bottom.
 */
export async function faxOf(picture: Omit<Picture, 'dpi'>, threshold: number): Promise<EncodedPicture[]> {
  const { width } = picture;
  return (await group4Of(picture, threshold)).map(({ height, data }) => {
    const parameters = `/K -1 /Columns ${width} /Rows ${height}`;
    const filter = `/Filter /CCITTFaxDecode /DecodeParms << ${parameters} >>`;
    return { width, height, entries: `${filter} /ColorSpace /DeviceGray /BitsPerComponent 1`, data };
  });
}

/** Black and white, JBIG2, in generic regions whose data is coded as in Group 4 (ITU-T T.88, 6.2.6). */
export async function jbig2Of(picture: Omit<Picture, 'dpi'>, threshold: number): Promise<EncodedPicture> {
  const { width, height } = picture;
  const page = Buffer.alloc(19);
  page.writeUInt32BE(width, 0);
  page.writeUInt32BE(height, 4);
  const segments = [segment(0, PAGE_INFORMATION, page)];
  let top = 0;
  for (const strip of await group4Of(picture, threshold)) {
    const region = Buffer.alloc(18);
    [width, strip.height, 0, top].forEach((value, index) => region.writeUInt32BE(value, 4 * index));
    region[17] = CODED_AS_GROUP_4;
    segments.push(segment(segments.length, IMMEDIATE_GENERIC_REGION, Buffer.concat([region, strip.data])));
    top += strip.height;
  }
  const entries = '/Filter /JBIG2Decode /ColorSpace /DeviceGray /BitsPerComponent 1';
  return { width, height, entries, data: Buffer.concat(segments) };
}

const [PAGE_INFORMATION, IMMEDIATE_GENERIC_REGION, CODED_AS_GROUP_4] = [48, 38, 1];

interface Strip {
  readonly height: number;
  readonly data: Buffer;
}

/** The strips of a TIFF that is coded so. */
async function group4Of(picture: Omit<Picture, 'dpi'>, threshold: number): Promise<Strip[]> {
  const blackAndWhite = await rawOf(picture).greyscale().threshold(threshold).toColourspace('b-w').png().toBuffer();
  const tiff = await sharp(blackAndWhite)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, miniswhite: true })
    .toBuffer();
  const directory = tiff.readUInt32LE(4);
  const valuesOf = (tag: number): number[] => {
    const entries = Array.from({ length: tiff.readUInt16LE(directory) }, (_, index) => directory + 2 + 12 * index);
    const at = entries.find((entry) => tiff.readUInt16LE(entry) === tag);
    if (at === undefined) throw new Error(`The TIFF has no tag ${tag}.`);
    const size = tiff.readUInt16LE(at + 2) === SHORT ? 2 : 4;
    const count = tiff.readUInt32LE(at + 4);
    const from = count * size <= 4 ? at + 8 : tiff.readUInt32LE(at + 8);
    return Array.from({ length: count }, (_, index) => tiff.readUIntLE(from + index * size, size));
  };
  const [rows = picture.height] = valuesOf(ROWS_PER_STRIP);
  const sizes = valuesOf(STRIP_BYTE_COUNTS);
  return valuesOf(STRIP_OFFSETS).map((offset, index) => ({
    height: Math.min(rows, picture.height - index * rows),
    data: tiff.subarray(offset, offset + (sizes[index] ?? 0)),
  }));
}

/** TIFF 6.0: a field type, and three tags. */
const SHORT = 3;
const [STRIP_OFFSETS, ROWS_PER_STRIP, STRIP_BYTE_COUNTS] = [273, 278, 279];

function segment(number: number, type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(11);
  head.writeUInt32BE(number, 0);
  head[4] = type;
  head[6] = 1; // the page
  head.writeUInt32BE(data.length, 7);
  return Buffer.concat([head, data]);
}

/** JPEG 2000 as an encoder wrote it. */
export const jpeg2000Of = (picture: Omit<Picture, 'dpi'>, data: Uint8Array): EncodedPicture => ({
  ...sizeOf(picture),
  entries: `/Filter /JPXDecode ${spaceOf(picture)}`,
  data,
});

const sizeOf = ({ width, height }: Omit<Picture, 'dpi'>) => ({ width, height });
