import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp, type TiffOptions } from 'sharp';
import type { Picture } from '../../src/extract/scan/picture/picture.js';
import { randomFrom } from '../damage/random.js';
import { faxOf, flateOf, jbig2Of, jpeg2000Of, jpegOf, rawOf } from './encode.js';
import { picturePdf, stripsOverPage, type EncodedPicture, type PicturePage } from './picture-pdf.js';
import { run, type ScannedPage } from './pages.js';

/** Writes the files of scanned pages: one for all of them, or one for each. */
type Writer = (pages: readonly ScannedPage[]) => Promise<Uint8Array[]>;

/** Darker pixels are black in a picture of black and white. */
const THRESHOLD = 150;
const POINTS_PER_INCH = 72;
const MILLIMETRES_PER_INCH = 25.4;

const pdf =
  (
    encode: (picture: Picture) => Promise<readonly EncodedPicture[]>,
    textOf: (page: ScannedPage) => string = () => '',
  ): Writer =>
  async (pages) => [
    picturePdf(
      await Promise.all(
        pages.map(async (page): Promise<PicturePage> => {
          const pictures = await encode(page.picture);
          const scale = POINTS_PER_INCH / page.dpi;
          const size = { width: page.picture.width * scale, height: page.picture.height * scale };
          return { ...size, pictures, content: `${stripsOverPage({ ...size, pictures })}\n${textOf(page)}` };
        }),
      ),
    ),
  ];

const each =
  (save: (picture: Sharp, page: ScannedPage) => Sharp): Writer =>
  (pages) =>
    Promise.all(pages.map((page) => save(rawOf(page.picture), page).toBuffer()));

const tiff =
  (prepare: (picture: Sharp) => Sharp, options: TiffOptions): Writer =>
  async (pages) => {
    const prepared = await Promise.all(
      pages.map(({ picture }) => prepare(rawOf(picture)).toColourspace('b-w').png().toBuffer()),
    );
    const resolution = (pages[0]?.dpi ?? NaN) / MILLIMETRES_PER_INCH;
    return [
      await (prepared.length > 1 ? sharp(prepared, { join: { animated: true } }) : sharp(prepared[0]))
        .removeAlpha()
        .greyscale()
        .toColourspace('b-w')
        .tiff({ ...options, xres: resolution, yres: resolution })
        .toBuffer(),
    ];
  };

/** EXIF: to be turned by a quarter, clockwise, to be seen upright. */
const TURN_CLOCKWISE = 6;

const WRITERS = {
  'flate.pdf': pdf((picture) => Promise.resolve([flateOf(picture)])),
  'jpeg75.pdf': pdf(async (picture) => [await jpegOf(picture, 75)]),
  'jpeg60.pdf': pdf(async (picture) => [await jpegOf(picture, 60)]),
  'g4.pdf': pdf((picture) => faxOf(picture, THRESHOLD)),
  'jbig2.pdf': pdf(async (picture) => [await jbig2Of(picture, THRESHOLD)]),
  'jpx.pdf': pdf((picture) => Promise.resolve([jpeg2000Of(picture, encodedJpeg2000(picture))])),
  'searchable.pdf': pdf(async (picture) => [await jpegOf(picture, 50)], unseenText),
  png: each((picture, { dpi }) => picture.withDensity(dpi).png({ palette: true, colours: 16 })),
  jpg: each((picture, { dpi }) => picture.withDensity(dpi).jpeg({ quality: 55 })),
  'turned.jpg': each((picture, { dpi }) =>
    picture.rotate(-90).withMetadata({ density: dpi, orientation: TURN_CLOCKWISE }).jpeg({ quality: 55 }),
  ),
  webp: each((picture) => picture.webp({ quality: 65 })),
  'g4.tif': tiff((picture) => picture.greyscale().threshold(THRESHOLD), { compression: 'ccittfax4', bitdepth: 1 }),
  'lzw.tif': tiff((picture) => picture, { compression: 'lzw', predictor: 'horizontal' }),
} satisfies Record<string, Writer>;
export type Format = keyof typeof WRITERS;

/** True for what holds one page only. */
export const isFileForEachPage = (format: Format) => !/(?:pdf|tif)$/.test(format);

/** The files of scanned pages, by name: `<name>.<suffix>`, or `<name>-<page>.<suffix>` where each page is a file. */
export async function filesOf(
  name: string,
  pages: readonly ScannedPage[],
  format: Format,
): Promise<Map<string, Uint8Array>> {
  const files = await WRITERS[format](pages);
  const suffix = format.replace(/^.*\./, '');
  const nameOf = (index: number) => (pages.length === 1 || files.length < pages.length ? name : `${name}-${index + 1}`);
  return new Map(files.map((bytes, index) => [`${nameOf(index)}.${suffix}`, bytes]));
}

/** About one digit in ten of an OCR layer is wrong here: who trusts it is wrong, too. */
function unseenText({ picture, dpi, words }: ScannedPage): string {
  const random = randomFrom(words.length);
  const height = (picture.height * POINTS_PER_INCH) / dpi;
  const misread = (text: string) =>
    text.replace(/\d/g, (digit) => (random.chance(0.1) ? String(random.int(10)) : digit));
  const shown = words.map(({ text, left, top, bottom }) => {
    const codes = Buffer.from(misread(text), 'utf16le').swap16().toString('hex');
    const size = (bottom - top) * 0.8;
    return `/F1 ${size.toFixed(2)} Tf 1 0 0 1 ${left.toFixed(2)} ${(height - bottom + 0.2 * size).toFixed(2)} Tm <${codes}> Tj`;
  });
  return `BT 3 Tr\n${shown.join('\n')}\nET`;
}

/** JPEG 2000 at a thirtieth of the pixels’ bytes. */
function encodedJpeg2000({ width, height, channels, data }: Picture): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'jpeg2000-'));
  try {
    const [from, to] = [join(folder, channels === 1 ? 'a.pgm' : 'a.ppm'), join(folder, 'a.jp2')];
    writeFileSync(from, Buffer.concat([Buffer.from(`P${channels === 1 ? 5 : 6}\n${width} ${height}\n255\n`), data]));
    run('opj_compress', ['-i', from, '-o', to, '-r', '32']);
    return readFileSync(to);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
