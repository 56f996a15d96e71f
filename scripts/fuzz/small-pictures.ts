import sharp, { type Sharp } from 'sharp';
import { fixture } from '../hostile/good.js';
import { faxOf, flateOf, jbig2Of, jpegOf, rawOf } from '../scan/encode.js';
import { type EncodedPicture, picturePdf, stripsOverPage } from '../scan/picture-pdf.js';

/** A file's bytes, and the ending of its name. */
export interface BaseFile {
  readonly ending: string;
  readonly bytes: Buffer;
}

const SCAN = 'scan/18-odd-signs.200-jpeg.jpg';
/** A corner of the scan, pixels: title and funds. It is read in a tenth of the time of the page. */
const CORNER = { left: 100, top: 130, width: 1415, height: 405 };
/** Dots per inch of the scan. The files of pictures do not tell it: it is for the run to say. */
export const DPI = 200;
const POINTS_PER_INCH = 72;
const BLACK_BELOW = 160;

/** A corner of a scanned form in every format and codec that pictures are read from, so that decoders are tried without long reading. */
export async function smallPictures(): Promise<BaseFile[]> {
  const upright = await sharp(fixture(SCAN)).rotate().toBuffer();
  const corner = sharp(upright).extract(CORNER).greyscale().toColourspace('b-w').raw();
  const { data, info } = await corner.toBuffer({ resolveWithObject: true });
  const picture = { data, width: info.width, height: info.height, channels: 1 as const };
  const file = async (ending: string, encode: (image: Sharp) => Sharp): Promise<BaseFile> => ({
    ending,
    bytes: await encode(rawOf(picture)).toBuffer(),
  });
  const inPdf = (pictures: readonly EncodedPicture[]): BaseFile => {
    const page = { width: points(picture.width), height: points(picture.height), pictures };
    return { ending: '.pdf', bytes: picturePdf([{ ...page, content: stripsOverPage(page) }]) };
  };
  return [
    await file('.png', (image) => image.png()),
    await file('.jpg', (image) => image.jpeg()),
    await file('.jpg', (image) => image.jpeg({ progressive: true })),
    await file('.webp', (image) => image.webp()),
    await file('.gif', (image) => image.gif()),
    await file('.tif', (image) => image.tiff({ compression: 'lzw' })),
    await file('.tif', (image) => image.tiff({ compression: 'deflate', tile: true })),
    await file('.tif', (image) => image.tiff({ compression: 'jpeg' })),
    await file('.tif', (image) =>
      image.threshold(BLACK_BELOW).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }),
    ),
    inPdf([flateOf(picture)]),
    inPdf([await jpegOf(picture, 80)]),
    inPdf(await faxOf(picture, BLACK_BELOW)),
    inPdf([await jbig2Of(picture, BLACK_BELOW)]),
  ];
}

const points = (pixels: number) => Math.round((pixels / DPI) * POINTS_PER_INCH);
