import sharp from 'sharp';
import { chunksOf, type DocumentSource, nameOf } from '../extract/source/byte-source.js';
import { loadCanvas } from '../extract/pdf/canvas.js';
import { drawPicture } from '../extract/pdf/draw-picture.js';
import { openForText, type PdfSource } from '../extract/pdf/open.js';
import { pageContentOf } from '../extract/pdf/page-content.js';
import { turnsOf } from '../extract/pdf/upright.js';
import { pictureAt } from '../extract/scan/picture/pictures-of-file.js';
import { dpiOf } from '../extract/scan/picture/picture.js';
import { contentOf } from '../extract/media.js';
import { ofd } from '../extract/ofd/medium.js';
import { isPackedMedia, isPictureMedia, mediaTypeOf } from '../extract/source/sniff.js';
import type { Limits } from '../schema/limits.js';
import type { PictureType } from '../schema/picture-type.js';
import type { Box } from '../schema/sheet.js';
import { ofdPicture } from './ofd-picture.js';
import { type Raster, turnOfBoxes } from './turn-of-boxes.js';

/** Pixels for each point of a PDF page: the smallest text of a form can be read when it is shown larger. */
const SCALE = 3;
/** Pixels. A page of an absurd size is drawn smaller. */
const LONGEST_SIDE = 5_000;
/** Of WebP, 0 to 100: thin strokes stay whole. */
const QUALITY = 80;
const POINTS_PER_INCH = 72;
/** Points of a raster in which rules are looked for: two pixels a point show the thinnest. */
const LOOK_SCALE = 2;

export interface PageWanted {
  readonly page: number;
  /** The boxes that were read on it, in points, where it was read as a picture; null where its text was. */
  readonly boxes: readonly Box[] | null;
  /** Of pictures that do not tell theirs; null to go by their size. */
  readonly dpi: number | null;
  readonly limits: Limits;
}

/** A page as a viewer shows it, upright as it was read. The size is in points: boxes that were read lie on it. */
export interface PagePictured {
  readonly type: PictureType;
  readonly picture: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A page's picture; null for a document without pages, a page that can't be drawn, and PDFs where no drawing library is installed. */
export async function pagePicture(source: DocumentSource, wanted: PageWanted): Promise<PagePictured | null> {
  const bytes = await bytesOf(source);
  const media = mediaTypeOf(bytes.subarray(0, HEAD_BYTES));
  if (media === 'pdf') return pdfPicture({ name: nameOf(source), bytes, password: source.password }, wanted);
  if (isPictureMedia(media)) return filePicture(bytes, wanted);
  if (!isPackedMedia(media)) return null;
  const name = nameOf(source);
  if (!ofd.recognises(await contentOf(bytes, name, wanted.limits))) return null;
  const drawn = await ofdPicture({ name, bytes }, wanted.page, wanted.limits);
  return drawn && { type: 'svg', picture: Buffer.from(drawn.svg), width: drawn.width, height: drawn.height };
}

const HEAD_BYTES = 64 * 1024;

async function bytesOf(source: DocumentSource): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of chunksOf(source)) chunks.push(Uint8Array.from(chunk));
  return Buffer.concat(chunks);
}

async function pdfPicture(source: PdfSource, { page, boxes, limits }: PageWanted): Promise<PagePictured | null> {
  const library = loadCanvas();
  const look = await lookAt(source, page, limits);
  if (library === null || look === null) return null;
  const draw = async (turns: number, wish: number) => {
    const [width, height] = turns % 2 === 0 ? [look.width, look.height] : [look.height, look.width];
    const scale = Math.min(wish, LONGEST_SIDE / Math.max(width, height));
    const canvas = library.createCanvas(Math.max(1, Math.ceil(width * scale)), Math.max(1, Math.ceil(height * scale)));
    await drawPicture(canvas, source, { page, turns, scale });
    return { canvas, width, height, scale };
  };
  const turns = boxes === null ? look.turns : await turnsOfScan(boxes, async () => greyOf(await draw(0, LOOK_SCALE)));
  const { canvas, width, height } = await draw(turns, SCALE);
  return { type: 'webp', picture: await canvas.encode('webp', QUALITY), width, height };
}

/** A page's size as it is shown, and how its text runs. */
async function lookAt(source: PdfSource, number: number, limits: Limits) {
  const pdf = await openForText(source, limits);
  try {
    const page = await pdf.page(number).catch(() => null);
    if (page === null) return null;
    const { width, height } = page.setting(0);
    return { width, height, turns: turnsOf(pageContentOf(page.list, page.setting(0)).glyphs) };
  } finally {
    await pdf.close();
  }
}

const turnsOfScan = async (
  boxes: readonly Box[],
  rasterOf: () => Promise<{ raster: Raster; scale: number }> | { raster: Raster; scale: number },
): Promise<number> => {
  if (boxes.length === 0) return 0;
  const { raster, scale } = await rasterOf();
  return turnOfBoxes(raster, boxes, scale);
};

interface Drawn {
  readonly canvas: {
    readonly width: number;
    readonly height: number;
    getContext(kind: '2d'): {
      getImageData(x: number, y: number, width: number, height: number): { readonly data: ArrayLike<number> };
    };
  };
  readonly scale: number;
}

function greyOf({ canvas, scale }: Drawn): { raster: Raster; scale: number } {
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d').getImageData(0, 0, width, height).data;
  const data = new Uint8Array(width * height);
  for (let at = 0; at < data.length; at += 1) {
    const [red, green, blue] = [pixels[at * 4] ?? 0, pixels[at * 4 + 1] ?? 0, pixels[at * 4 + 2] ?? 0];
    data[at] = (red + green + blue) / 3;
  }
  return { raster: { width, height, data }, scale };
}

async function filePicture(bytes: Uint8Array, { page, boxes, dpi, limits }: PageWanted): Promise<PagePictured | null> {
  const { picture } = await pictureAt(bytes, page, limits);
  if (picture === null) return null;
  const { width, height, channels, data } = picture;
  const scale = (picture.dpi ?? dpi ?? dpiOf(picture)) / POINTS_PER_INCH;
  const image = () => sharp(data, { raw: { width, height, channels }, limitInputPixels: false });
  const turns = await turnsOfScan(boxes ?? [], async () => {
    const part = Math.min(1, LOOK_SCALE / scale);
    const { data: grey, info } = await image()
      .resize(Math.max(1, Math.round(width * part)))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { raster: { width: info.width, height: info.height, data: grey }, scale: scale * part };
  });
  const [wide, high] = turns % 2 === 0 ? [width, height] : [height, width];
  const encoded = await image()
    .rotate(turns * 90)
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .toBuffer();
  return { type: 'webp', picture: encoded, width: wide / scale, height: high / scale };
}
