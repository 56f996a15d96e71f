import { deflateSync } from 'node:zlib';
import { fixture } from './good.js';
import type { HostileFile } from './hostile-file.js';
import { noise } from './not-pdfs.js';
import { failed } from './outcome.js';
import { picturePdf, stripsOverPage } from '../scan/picture-pdf.js';

/** Pixels on a side. */
const HUGE = 50_000;
const [WIDTH, HEIGHT] = [1240, 1754];
const NOISE_BYTES = 256;

const GREY = '/ColorSpace /DeviceGray /BitsPerComponent 8';
const BLACK = '/ColorSpace /DeviceGray /BitsPerComponent 1';
/** What says that data is theirs, before the noise. CCITT and LZW have no such thing: any bytes decode to something. */
const CODECS: readonly (readonly [codec: string, entries: string, start: string])[] = [
  ['jpeg', `/Filter /DCTDecode ${GREY}`, '\xff\xd8\xff\xe0\0\x10JFIF\0'],
  ['jpeg2000', `/Filter /JPXDecode ${GREY}`, '\xff\x4f\xff\x51'],
  ['ccitt', `/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${WIDTH} /Rows ${HEIGHT} >> ${BLACK}`, ''],
  ['jbig2', `/Filter /JBIG2Decode ${BLACK}`, '\0\0\0\0\x30\0\x01\0\0\0\x13'],
  ['flate', `/Filter /FlateDecode ${GREY}`, '\x78\x9c'],
  ['lzw', `/Filter /LZWDecode ${GREY}`, ''],
];

function pagePicture(width: number, height: number, entries: string, data: Uint8Array): Buffer {
  const page = { width: 595, height: 842, pictures: [{ width, height, entries, data }] };
  return picturePdf([{ ...page, content: stripsOverPage(page) }]);
}

/** A PNG of this size whose pixels are missing but for the first ones. */
function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8; // bits; grey
  const chunk = (type: string, data: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(typed));
    return Buffer.concat([size, typed, sum]);
  };
  const pixels = deflateSync(Buffer.alloc(width + 1));
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

/** PNG, annex D. */
function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** A picture file with noise in place of all but its first bytes. */
const spoilt = (path: string, kept: number) => () => Buffer.concat([fixture(path).subarray(0, kept), noise(32_768)]);

export const PICTURES: readonly HostileFile[] = [
  ...CODECS.map(([codec, entries, start]) => ({
    name: `corrupt-${codec}.pdf`,
    what: `a scan whose ${codec} data is noise`,
    outcome: start === '' ? failed('unsupported-kind') : failed('damaged'),
    make: () => pagePicture(WIDTH, HEIGHT, entries, Buffer.concat([Buffer.from(start, 'latin1'), noise(NOISE_BYTES)])),
  })),
  {
    name: 'corrupt.jpg',
    what: 'a JPEG with noise behind its header',
    outcome: failed('damaged'),
    make: spoilt('scan/18-odd-signs.200-jpeg.jpg', 20),
  },
  {
    name: 'corrupt.tif',
    what: 'a TIFF with noise behind its first bytes',
    outcome: failed('damaged'),
    make: spoilt('scan/09-yuan.300-tiff.tif', 8),
  },
  {
    name: 'huge.png',
    what: '50,000 × 50,000 pixels in some bytes',
    outcome: failed('unsupported-kind'),
    make: () => hugePng(HUGE, HUGE),
  },
  {
    name: 'huge-picture.pdf',
    what: 'a scan of 50,000 × 50,000 pixels, most of them missing',
    outcome: failed('unsupported-kind'),
    make: () => pagePicture(HUGE, HUGE, `/Filter /FlateDecode ${GREY}`, deflateSync(Buffer.alloc(HUGE))),
  },
  {
    name: 'picture-of-minus.pdf',
    what: 'a scan of -1 × 2,147,483,647 pixels',
    outcome: failed('damaged'),
    make: () => pagePicture(-1, 2 ** 31 - 1, `/Filter /FlateDecode ${GREY}`, deflateSync(Buffer.alloc(100))),
  },
];
