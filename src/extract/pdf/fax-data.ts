import sharp from 'sharp';

/**
 * True where the data of a picture in black and white is cut off or makes no sense. pdf.js fills up what is missing of CCITT Group 4 and
 * JBIG2, and says nothing. What can't be told, as in a protected file, counts as sound.
 *
 * `reference` is the picture's object as pdf.js names it: `12R`, `12R1`.
 */
export async function isFaxSpoilt(bytes: Uint8Array, reference: string): Promise<boolean> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const stream = file.includes('/Encrypt') ? null : streamOf(file, reference);
  if (stream === null) return false;
  const { dictionary, data } = stream;
  if (ONLY_JBIG2.test(dictionary)) return !hasWholeSegments(data);
  if (!ONLY_FAX.test(dictionary) || !GROUP_4.test(dictionary) || BYTE_ALIGNED.test(dictionary)) return false;
  const [width, height] = [numberIn(dictionary, 'Columns'), numberIn(dictionary, 'Height')];
  return width !== null && height !== null && !(await decodes(data, width, height));
}

const ONLY_FAX = /\/Filter\s*(?:\/(?:CCITTFaxDecode|CCF)\b|\[\s*\/(?:CCITTFaxDecode|CCF)\s*\])/;
const ONLY_JBIG2 = /\/Filter\s*(?:\/JBIG2Decode\b|\[\s*\/JBIG2Decode\s*\])/;
const GROUP_4 = /\/K\s+-\d/;
const BYTE_ALIGNED = /\/EncodedByteAlign\s+true\b/;

function numberIn(dictionary: string, name: string): number | null {
  const found = new RegExp(`/${name}\\s+(\\d{1,6})(?!\\s+\\d+\\s+R)\\b`).exec(dictionary);
  return found ? Number(found[1]) : null;
}

interface Stream {
  /** Its text, one byte a character. */
  readonly dictionary: string;
  readonly data: Buffer;
}

/** The last object of this number in the file, where it is a stream that ends. */
function streamOf(file: Buffer, reference: string): Stream | null {
  const [number = '', generation = ''] = reference.split('R');
  const head = `${number} ${generation === '' ? '0' : generation} obj`;
  let at = file.lastIndexOf(head);
  while (at > 0 && isDigit(file[at - 1])) at = file.lastIndexOf(head, at - 1); // the end of a longer number
  const begin = file.indexOf('stream', at);
  const isStream = at >= 0 && begin >= 0 && !file.subarray(at, begin).includes('endobj');
  if (!isStream) return null;
  const dictionary = file.subarray(at, begin).toString('latin1');
  const from = begin + 'stream'.length + (file[begin + 'stream'.length] === CARRIAGE_RETURN ? 2 : 1);
  const length = numberIn(dictionary, 'Length');
  const to = length !== null && from + length <= file.length ? from + length : file.indexOf('endstream', from);
  return to < 0 ? null : { dictionary, data: file.subarray(from, to) };
}

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const CARRIAGE_RETURN = 0x0d;

/** True where each segment's data is as long as its header says (ITU-T T.88, 7.2). */
function hasWholeSegments(data: Buffer): boolean {
  let at = 0;
  while (at + LEAST_HEADER <= data.length) {
    const number = data.readUInt32BE(at);
    const flags = data[at + 4] ?? 0;
    const few = (data[at + 5] ?? 0) >> 5;
    const isLong = few === 7;
    const referred = isLong ? data.readUInt32BE(at + 5) & 0x1fff_ffff : few;
    const numberBytes = number <= 256 ? 1 : number <= 65_536 ? 2 : 4;
    const pageBytes = (flags & 0x40) === 0 ? 1 : 4;
    const countBytes = isLong ? 4 + ((referred + 8) >> 3) : 1;
    const lengthAt = at + 5 + countBytes + referred * numberBytes + pageBytes;
    if (lengthAt + 4 > data.length) return false;
    const length = data.readUInt32BE(lengthAt);
    if (length === UNKNOWN_LENGTH) return true;
    at = lengthAt + 4 + length;
  }
  return at <= data.length && at > 0;
}

const LEAST_HEADER = 11;
const UNKNOWN_LENGTH = 0xffff_ffff;

/** True where the library for TIFF, which is strict, decodes the data without an error. */
async function decodes(data: Buffer, width: number, height: number): Promise<boolean> {
  try {
    await sharp(asTiff(data, width, height), { failOn: 'warning', limitInputPixels: false })
      .raw()
      .toBuffer();
    return true;
  } catch {
    return false;
  }
}

/** One strip of CCITT Group 4 as a TIFF. Source: TIFF 6.0, section 11. */
function asTiff(data: Buffer, width: number, height: number): Buffer {
  const LONG = 4;
  const tags: readonly (readonly [tag: number, value: number])[] = [
    [256, width],
    [257, height],
    [258, 1], // bits a sample
    [259, 4], // compression: Group 4
    [262, 0], // white is zero
    [273, 0], // where the strip begins, below
    [277, 1], // samples a pixel
    [278, height], // rows a strip
    [279, data.length],
  ];
  const head = Buffer.alloc(8 + 2 + 12 * tags.length + 4);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(tags.length, 8);
  tags.forEach(([tag, value], index) => {
    const at = 10 + 12 * index;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(LONG, at + 2);
    head.writeUInt32LE(1, at + 4);
    head.writeUInt32LE(tag === 273 ? head.length : value, at + 8);
  });
  return Buffer.concat([head, data]);
}
