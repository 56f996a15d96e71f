/** What a file is, told from its first bytes; the file's name is never asked. `text` where no signature is known. */
export type MediaType =
  | 'text'
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'tiff'
  | 'webp'
  | 'gif'
  | 'bmp'
  | 'jpeg2000'
  | 'heif'
  | 'djvu'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'ofd'
  | 'opendocument'
  | 'ole'
  | 'rtf'
  | 'mhtml'
  | 'postscript'
  | 'zip'
  | 'gzip'
  | 'bzip2'
  | 'xz'
  | 'zstd'
  | '7z'
  | 'rar'
  | 'tar';

/** Pictures that can be decoded. */
const PICTURES = ['png', 'jpeg', 'tiff', 'webp', 'gif'] as const satisfies readonly MediaType[];
export type PictureMedia = (typeof PICTURES)[number];

export const isPictureMedia = (media: MediaType): media is PictureMedia =>
  (PICTURES as readonly MediaType[]).includes(media);

/** Packages of parts: what they are is told by the parts. */
const PACKED = [
  'docx',
  'xlsx',
  'pptx',
  'ofd',
  'opendocument',
  'ole',
  'rtf',
  'zip',
] as const satisfies readonly MediaType[];
export type PackedMedia = (typeof PACKED)[number];

export const isPackedMedia = (media: MediaType): media is PackedMedia =>
  (PACKED as readonly MediaType[]).includes(media);

/** Signatures as bytes in Latin-1, at their offset. Source: the formats' specifications. */
const SIGNATURES: readonly { readonly media: MediaType; readonly at: number; readonly bytes: string }[] = [
  { media: 'png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { media: 'jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { media: 'tiff', at: 0, bytes: 'II*\0' },
  { media: 'tiff', at: 0, bytes: 'MM\0*' },
  { media: 'tiff', at: 0, bytes: 'II+\0' },
  { media: 'tiff', at: 0, bytes: 'MM\0+' },
  { media: 'gif', at: 0, bytes: 'GIF87a' },
  { media: 'gif', at: 0, bytes: 'GIF89a' },
  { media: 'jpeg2000', at: 0, bytes: '\0\0\0\x0cjP  ' },
  { media: 'jpeg2000', at: 0, bytes: '\xff\x4f\xff\x51' },
  { media: 'heif', at: 4, bytes: 'ftyphei' },
  { media: 'heif', at: 4, bytes: 'ftypmif1' },
  { media: 'heif', at: 4, bytes: 'ftypavif' },
  { media: 'djvu', at: 0, bytes: 'AT&TFORM' },
  { media: 'ole', at: 0, bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { media: 'rtf', at: 0, bytes: '{\\rtf' },
  { media: 'postscript', at: 0, bytes: '%!PS' },
  { media: 'gzip', at: 0, bytes: '\x1f\x8b\x08' },
  { media: 'xz', at: 0, bytes: '\xfd7zXZ\0' },
  { media: 'zstd', at: 0, bytes: '\x28\xb5\x2f\xfd' },
  { media: '7z', at: 0, bytes: '7z\xbc\xaf\x27\x1c' },
  { media: 'rar', at: 0, bytes: 'Rar!\x1a\x07' },
  { media: 'tar', at: 257, bytes: 'ustar' },
];

/** PDF readers accept the header anywhere in the first 1,024 bytes (PDF 1.7, annex H). A text may mention it inside a line. */
const PDF_HEADER = /^(?:\xef\xbb\xbf)?\s*%PDF-\d|[\r\n]%PDF-\d\.\d/;
const PDF_HEADER_WITHIN = 1024;
/** RIFF, the file's size, WEBP: the middle part alone could stand in any text. */
const WEBP_HEADER = /^RIFF[^]{4}WEBP/;
const BMP_HEADER = /^BM[^]{4}\0{4}/;
const BZIP2_HEADER = /^BZh[1-9]1AY&SY/;
const ZIP_HEADER = /^PK(?:\x03\x04|\x05\x06|\x07\x08)/;
const MHTML_HEADER = /^\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?Content-Type:\s*multipart\/related/i;
const MHTML_WITHIN = 2048;

const OLE_HEADER = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** Whether a file begins as ZIPs or OLE compound files do. */
export function hasSignature(bytes: Uint8Array, container: 'zip' | 'ole'): boolean {
  const head = Buffer.from(bytes.subarray(0, OLE_HEADER.length)).toString('latin1');
  return container === 'zip' ? ZIP_HEADER.test(head) : head === OLE_HEADER;
}

/** The media type that the first bytes of a file tell. Give 64 KB or all of it, as a ZIP names its parts some way in. */
export function mediaTypeOf(head: Uint8Array): MediaType {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  const signature = SIGNATURES.find(({ at, bytes }) => text.startsWith(bytes, at));
  if (signature !== undefined) return signature.media;
  if (ZIP_HEADER.test(text)) return zippedMediaOf(text);
  if (PDF_HEADER.test(text.slice(0, PDF_HEADER_WITHIN))) return 'pdf';
  if (WEBP_HEADER.test(text)) return 'webp';
  if (BMP_HEADER.test(text)) return 'bmp';
  if (BZIP2_HEADER.test(text)) return 'bzip2';
  if (MHTML_HEADER.test(text.slice(0, MHTML_WITHIN))) return 'mhtml';
  return 'text';
}

function zippedMediaOf(text: string): MediaType {
  if (text.includes('word/')) return 'docx';
  if (text.includes('xl/')) return 'xlsx';
  if (text.includes('ppt/')) return 'pptx';
  if (text.includes('OFD.xml')) return 'ofd';
  if (text.includes('application/vnd.oasis.opendocument')) return 'opendocument';
  return 'zip';
}
