import { openDocument } from '../../src/extract/open.js';
import { openZip } from '../../src/extract/zip/zip-package.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';
import type { Sheet } from '../../src/schema/sheet.js';
import { docxOf, type DocxParts } from '../office/docx.js';
import { REWRITERS } from '../office/rewrite.js';
import { type Packed, zipOf } from '../office/zip.js';
import { fixture } from './good.js';

const FORM = 'forms/09-yuan.table.html';

/** A form of ours as an office file, one form in it. */
export async function goodOffice(kind: keyof typeof REWRITERS): Promise<Buffer> {
  const document = await openDocument({ bytes: fixture(FORM), name: FORM }, DEFAULT_LIMITS);
  const sheets: Sheet[] = [];
  for await (const sheet of document.sheets()) sheets.push(sheet);
  return REWRITERS[kind](sheets);
}

type Edit = (text: string) => string;

/** A package with some of its parts edited, each told by how its name ends, and with more files. */
export async function edited(
  bytes: Uint8Array,
  edits: Readonly<Record<string, Edit>>,
  more: readonly Packed[] = [],
): Promise<Buffer> {
  const zip = await openZip(bytes, { name: 'good', limits: DEFAULT_LIMITS });
  const files: Packed[] = [];
  for (const entry of zip.entries) {
    const edit = Object.entries(edits).find(([ending]) => entry.name.endsWith(ending))?.[1];
    const content = Buffer.from(await zip.read(entry));
    files.push({ name: entry.name, bytes: edit === undefined ? content : edit(content.toString('utf8')) });
  }
  return zipOf([...files, ...more]);
}

/** The form in Word, with more in front of its body's end. */
export const withBody = async (more: string, { relations = {}, files = [] }: DocxParts = {}): Promise<Buffer> => {
  const zip = await openZip(docxOf('', { relations }), { name: 'relations', limits: DEFAULT_LIMITS });
  const entry = zip.find('word/_rels/document.xml.rels');
  const related = entry === undefined ? '' : Buffer.from(await zip.read(entry)).toString('utf8');
  return edited(
    await goodOffice('docx'),
    {
      'word/document.xml': (text) => text.replace('</w:body>', `${more}</w:body>`),
      'document.xml.rels': () => related,
    },
    files,
  );
};

/** Entities that grow tenfold nine times. */
export const BILLION_LAUGHS = `<!DOCTYPE a [<!ENTITY a0 "ha">${Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`,
).join('')}]>`;

/** An entity that stands for a file of the reader's machine. */
export const FILE_ENTITY = '<!DOCTYPE a [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>';

/** A document type put behind the XML declaration. */
export const withDoctype = (doctype: string) => (text: string) => text.replace(/^(<\?xml[^>]*\?>)?/, `$1${doctype}`);
