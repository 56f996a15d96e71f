import { objectsOf, type PdfObject } from '../../src/extract/pdf/objects.js';

/** What is done to every page of a PDF. Operators of a content stream; text is shown with the font `/Stamp`, by UTF-16 codes. */
export interface Stamp {
  /** Painted before the page's own content, for a page of this size in points. */
  readonly under?: (width: number, height: number) => string;
  /** Painted after it. */
  readonly over?: (width: number, height: number) => string;
  /** Degrees counter-clockwise by which the page's own content is turned. */
  readonly turn?: number;
}

/** The characters that stamps may show. */
export const STAMP_CHARACTERS = '内部使用仅供核对草稿某市财政局专用章张三李四★0123456789-: ';

/**
 * A PDF with a stamp on each of its pages, as an update that is written behind it (ISO 32000-1, 7.5.6). Its objects must not be packed:
 * what Chromium and LibreOffice print is so.
 */
export function stampedPdf(bytes: Buffer, { under, over, turn = 0 }: Stamp): Buffer {
  const objects = objectsOf(bytes);
  const byNumber = new Map(objects.map((object) => [object.number, object.text]));
  const changed = new Map<number, string>();
  let free = Math.max(...objects.map(({ number }) => number)) + 1;
  const add = (text: string) => {
    changed.set(free, text);
    return free++;
  };
  const font = add('');
  for (const page of objects.filter(isPage)) {
    const [width, height] = sizeOf(page.text);
    const before = add(stream(`${under?.(width, height) ?? ''}\nq ${turned(turn, width, height)}`));
    const after = add(stream(`Q\n${over?.(width, height) ?? ''}`));
    let text = (changed.get(page.number) ?? page.text).replace(
      /\/Contents\s+(\d+ \d+ R)/,
      (_, own: string) => `/Contents [${before} 0 R ${own} ${after} 0 R]`,
    );
    text = withFont(text, font, byNumber, changed);
    changed.set(page.number, text);
  }
  const unicode = add(stream(toUnicode()));
  const metrics = add(
    '<< /Type /FontDescriptor /FontName /Stamp /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
  );
  const descendant = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Stamp /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor ${metrics} 0 R >>`,
  );
  changed.set(
    font,
    `<< /Type /Font /Subtype /Type0 /BaseFont /Stamp /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${unicode} 0 R >>`,
  );
  return updated(bytes, changed, free);
}

const isPage = ({ text }: PdfObject) => /\/Type\s*\/Page\b(?!s)/.test(text);

function sizeOf(page: string): [number, number] {
  const [, width = '595', height = '842'] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(page) ?? [];
  return [Number(width), Number(height)];
}

function turned(degrees: number, width: number, height: number): string {
  if (degrees === 0) return '';
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [x, y] = [width / 2, height / 2];
  const matrix = [cosine, sine, -sine, cosine, x - cosine * x + sine * y, y - sine * x - cosine * y];
  return `${matrix.map((part) => part.toFixed(6)).join(' ')} cm`;
}

/** The page with the font among its resources, wherever they stand. */
function withFont(
  page: string,
  font: number,
  objects: ReadonlyMap<number, string>,
  changed: Map<number, string>,
): string {
  const entry = `/Stamp ${font} 0 R `;
  const put = (text: string): string => {
    if (/\/Font\s*<</.test(text)) return text.replace(/\/Font\s*<</, (found) => found + entry);
    const [, fonts] = /\/Font\s+(\d+) 0 R/.exec(text) ?? [];
    if (fonts === undefined) throw new Error('A page has no fonts among its resources.');
    change(Number(fonts), (own) => own.replace('<<', `<<${entry}`));
    return text;
  };
  const change = (number: number, by: (text: string) => string) => {
    if (changed.has(number)) return;
    changed.set(number, by(objects.get(number) ?? '<<>>'));
  };
  const [, resources] = /\/Resources\s+(\d+) 0 R/.exec(page) ?? [];
  if (resources === undefined) return put(page);
  change(Number(resources), put);
  return page;
}

const stream = (content: string) => `<< /Length ${Buffer.byteLength(content)} >>\nstream\n${content}\nendstream`;

function toUnicode(): string {
  const lines = Array.from(STAMP_CHARACTERS, (character) => {
    const code = hexOf(character);
    return `<${code}> <${code}>`;
  });
  return `begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${lines.length} beginbfchar ${lines.join('\n')} endbfchar endcmap`;
}

/** A text's codes, as a string operand holds them. */
export const hexOf = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');

function updated(bytes: Buffer, changed: ReadonlyMap<number, string>, size: number): Buffer {
  const before = bytes.toString('latin1');
  const previous =
    before
      .match(/startxref\s+(\d+)/g)
      ?.at(-1)
      ?.match(/\d+/)?.[0] ?? '0';
  const root = before.match(/\/Root\s+\d+ \d+ R/g)?.at(-1) ?? '';
  let added = '\n';
  const rows: string[] = [];
  for (const [number, text] of changed) {
    rows.push(`${number} 1\n${String(bytes.length + added.length).padStart(10, '0')} 00000 n \n`);
    added += `${number} 0 obj\n${text}\nendobj\n`;
  }
  const xref = bytes.length + added.length;
  added += `xref\n${rows.join('')}trailer\n<< /Size ${size} ${root} /Prev ${previous} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(added, 'latin1')]);
}
