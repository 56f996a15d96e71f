/** The parts of a small PDF that tests write by hand. */
export interface MadePage {
  /** The content stream. */
  readonly content: string;
  /** Entries of the page's dictionary: `/Rotate 90`, `/CropBox [0 0 100 100]`. */
  readonly entries?: string;
  /** Further resources: `/ExtGState << /G0 << /ca 0.5 >> >>`. */
  readonly resources?: string;
}

export interface MadeFont {
  /** Characters by their two-byte code, as `/ToUnicode` tells; null for a font without it. */
  readonly characters: Readonly<Record<string, string>> | null;
}

/** The bytes of a PDF with these pages, A4 upright. Text is shown with `/F1`: `<0001> Tj` shows the character of code 0001. */
export function madePdf(
  pages: readonly MadePage[],
  font: MadeFont = { characters: null },
  trailer = '',
  { objects = [], catalogue = '' }: MadeParts = {},
): Buffer {
  const kids = pages.map((_, index) => `${FIRST_PAGE + 2 * index} 0 R`);
  const unicode = font.characters === null ? '' : '/ToUnicode 6 0 R';
  return assembled(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
      `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] /MediaBox [0 0 595 842] >>`,
      `<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] ${unicode} >>`,
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 5 0 R >>',
      '<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 0 /Descent 0 /CapHeight 700 /StemV 80 >>',
      stream(toUnicode(font.characters ?? {})),
      ...pages.flatMap(({ content, entries = '', resources = '' }, index) => [
        `<< /Type /Page /Parent 2 0 R ${entries} /Resources << /Font << /F1 3 0 R >> ${resources} >> /Contents ${FIRST_PAGE + 2 * index + 1} 0 R >>`,
        stream(content),
      ]),
      ...objects,
    ],
    trailer,
  );
}

/** Objects behind the pages', the first of them number 9 where there is one page, and entries of the catalogue. */
export interface MadeParts {
  readonly objects?: readonly string[];
  readonly catalogue?: string;
}

const FIRST_PAGE = 7;

export const stream = (content: string, entries = '') =>
  `<< /Length ${Buffer.byteLength(content)} ${entries} >>\nstream\n${content}\nendstream`;

function toUnicode(characters: Readonly<Record<string, string>>): string {
  const lines = Object.entries(characters).map(
    ([code, text]) => `<${code}> <${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`,
  );
  return `begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${lines.length} beginbfchar ${lines.join('\n')} endbfchar endcmap`;
}

function assembled(objects: readonly string[], trailer: string): Buffer {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = Buffer.byteLength(text);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = Buffer.byteLength(text);
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}
