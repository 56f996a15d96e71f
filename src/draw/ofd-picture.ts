import { openZip } from '../extract/zip/zip-package.js';
import { OfdPages } from '../extract/ofd/ofd-pages.js';
import type { OfdPicture } from '../extract/ofd/page-reader.js';
import type { Ruling } from '../extract/lattice/ruling.js';
import type { Glyph } from '../extract/geometry/glyph.js';
import { PicturePageReader } from '../extract/scan/picture-page.js';
import { pictureAt } from '../extract/scan/picture/pictures-of-file.js';
import { isPictureMedia, mediaTypeOf } from '../extract/source/sniff.js';
import type { Limits } from '../schema/limits.js';
import { escapedXml } from './xml-text.js';
import sharp from 'sharp';

/** Points. Thinner rules than what was drawn, which is not kept: they stand where the table was read. */
const RULE_PT = 0.5;
/** Of pictures within, 0 to 100. */
const QUALITY = 70;
/** Quarter turns of a text's direction, in degrees. */
const QUARTER = 90;

export interface SvgPage {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * A page of an OFD file as SVG: its text, rules and pictures where they were read. The viewer's own fonts draw the text. Null for a page
 * that can't be read. Throws a `Failure` for a file that can't.
 */
export async function ofdPicture(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  page: number,
  limits: Limits,
): Promise<SvgPage | null> {
  const zip = await openZip(bytes, { name, limits });
  const pages = await OfdPages.open(name, zip, limits, new PicturePageReader(limits, { ocr: 'none', dpi: null }));
  try {
    if (page > pages.count) return null;
    const read = await pages.contentOf(page);
    if (read === null || read.content.isOversized || read.width <= 0 || read.height <= 0) return null;
    const { content, width, height } = read;
    const drawn: string[] = [];
    for (const picture of content.pictures) drawn.push(await pictureOf(picture, pages, limits));
    const svg = [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
      `<rect width="${width}" height="${height}" fill="#fff"/>`,
      ...drawn,
      `<path fill="none" stroke="#000" stroke-width="${RULE_PT}" d="${content.rulings.map(lineOf).join('')}"/>`,
      ...content.glyphs.map(textOf),
      '</svg>',
    ];
    return { svg: svg.join('\n'), width, height };
  } finally {
    await pages.close();
  }
}

const lineOf = ({ axis, at, from, to }: Ruling) =>
  axis === 'horizontal' ? `M${n(from)} ${n(at)}H${n(to)}` : `M${n(at)} ${n(from)}V${n(to)}`;

function textOf({ text, x, y, size, direction, style }: Glyph): string {
  if (text.trim() === '') return '';
  const turn = direction === 0 ? '' : ` transform="rotate(${direction * QUARTER} ${n(x)} ${n(y)})"`;
  const fill = /^#[0-9a-f]{6}$/i.test(style.colour) ? style.colour : '#000';
  return `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}" fill="${fill}"${turn}>${escapedXml(text)}</text>`;
}

/** A picture, decoded and encoded anew: the viewer gets none of the file's own bytes. */
async function pictureOf(picture: OfdPicture, pages: OfdPages, limits: Limits): Promise<string> {
  const bytes = await pages.pictureBytes(picture);
  if (bytes === null || !isPictureMedia(mediaTypeOf(bytes))) return '';
  const { picture: decoded } = await pictureAt(bytes, 1, limits);
  if (decoded === null) return '';
  const { width, height, channels, data } = decoded;
  const encoded = await sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
    .webp({ quality: QUALITY })
    .toBuffer();
  const [x0, y0, x1, y1] = picture.box;
  return `<image x="${n(x0)}" y="${n(y0)}" width="${n(x1 - x0)}" height="${n(y1 - y0)}" preserveAspectRatio="none" href="data:image/webp;base64,${encoded.toString('base64')}"/>`;
}

/** Hundredths of a point are finer than any screen. */
const n = (value: number) => String(Math.round(value * 100) / 100);
