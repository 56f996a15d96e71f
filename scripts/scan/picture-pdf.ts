/** A picture as it stands in a PDF: its dictionary’s entries and its encoded bytes. */
export interface EncodedPicture {
  readonly width: number;
  readonly height: number;
  /** As `/Filter /DCTDecode /ColorSpace /DeviceGray /BitsPerComponent 8`. */
  readonly entries: string;
  readonly data: Uint8Array;
}

export interface PicturePage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** Pictures that the content paints as `/P0 Do`, `/P1 Do` and so on. */
  readonly pictures: readonly EncodedPicture[];
  /** The content stream; text in it is shown with `/F1`, as UTF-16 in angle brackets. */
  readonly content: string;
  /** Further entries of the page’s dictionary, as `/Rotate 90`. */
  readonly entries?: string;
}

/** What paints the pictures below each other over the whole page. */
export function stripsOverPage({ width, height, pictures }: Omit<PicturePage, 'content'>): string {
  const rows = pictures.reduce((sum, picture) => sum + picture.height, 0);
  let bottom = height;
  return pictures
    .map((picture, index) => {
      const part = (height * picture.height) / rows;
      bottom -= part;
      return `q ${width} 0 0 ${part.toFixed(4)} 0 ${bottom.toFixed(4)} cm /P${index} Do Q`;
    })
    .join('\n');
}

/** The bytes of a PDF of pictures. Its one font is not embedded: it is for text that is not painted. */
export function picturePdf(pages: readonly PicturePage[]): Buffer {
  const objects: Buffer[] = [];
  const add = (...parts: readonly (string | Uint8Array)[]): number =>
    objects.push(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))));
  const addStream = (entries: string, data: Uint8Array) =>
    add(`<< ${entries} /Length ${data.length} >>\nstream\n`, data, '\nendstream');
  const [catalog, tree, font, descendant] = [1, 2, 3, 4];
  add(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
  add(''); // the tree of pages, once they are known
  add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Unseen /Encoding /Identity-H /ToUnicode /Identity-H /DescendantFonts [${descendant} 0 R] >>`,
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unseen /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>',
  );
  const kids = pages.map(({ width, height, pictures, content, entries = '' }) => {
    const names = pictures.map(({ data, ...picture }, index) => {
      const size = `/Width ${picture.width} /Height ${picture.height}`;
      return `/P${index} ${addStream(`/Type /XObject /Subtype /Image ${size} ${picture.entries}`, data)} 0 R`;
    });
    const contents = addStream('', Buffer.from(content, 'latin1'));
    const resources = `<< /XObject << ${names.join(' ')} >> /Font << /F1 ${font} 0 R >> >>`;
    const box = `/MediaBox [0 0 ${width} ${height}]`;
    return `${add(`<< /Type /Page /Parent ${tree} 0 R ${box} ${entries} /Resources ${resources} /Contents ${contents} 0 R >>`)} 0 R`;
  });
  objects[tree - 1] = Buffer.from(`<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`);
  return assembled(objects, catalog);
}

/** The bytes of a PDF of these objects, numbered from 1, with its index; `trailer` are further entries of its trailer. */
export function assembled(objects: readonly Uint8Array[], root: number, trailer = ''): Buffer {
  const parts: Buffer[] = [];
  let size = 0;
  const write = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part);
    parts.push(bytes);
    size += bytes.length;
  };
  write('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  const offsets = objects.map((object, index) => {
    const offset = size;
    write(`${index + 1} 0 obj\n`);
    write(object);
    write('\nendobj\n');
    return offset;
  });
  const xref = size;
  write(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  write(offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join(''));
  write(`trailer << /Size ${objects.length + 1} /Root ${root} 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`);
  return Buffer.concat(parts);
}
