/** The library as far as it is used: it has no types. */
type Extractor = new () => { extract(bytes: Buffer): Promise<{ getBody(): unknown }> };
const PACKAGE = 'word-extractor';

/** Placeholders for fields, drawings and notes, which show nothing themselves. */
const PLACEHOLDERS = /[\x00-\x08\x0e-\x1f]/g;

/** Where a row ends, or cells are blank: between two cells with text in one row stands a single tab. */
const ROW_ENDS = /\t{2,}/g;
/** A blank cell at the beginning of a line: how many cells a merged one takes is not told. */
const LEADING_BLANK = /^\t/gm;

/** The text of a .doc, a tab between cells; null where it can't be read, or the package for it is not there. */
export async function textOfDoc(bytes: Uint8Array): Promise<string | null> {
  try {
    const { default: WordExtractor } = (await import(PACKAGE)) as { default: Extractor };
    const body = (await new WordExtractor().extract(Buffer.from(bytes))).getBody();
    return typeof body === 'string'
      ? body.replace(PLACEHOLDERS, '').replace(ROW_ENDS, '\t\n').replace(LEADING_BLANK, '')
      : null;
  } catch {
    return null;
  }
}
