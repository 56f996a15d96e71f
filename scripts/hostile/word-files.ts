import { docxOf, paragraph, row, cell, table } from '../office/docx.js';
import { zipOf } from '../office/zip.js';
import type { HostileFile } from './hostile-file.js';
import { BILLION_LAUGHS, edited, FILE_ENTITY, goodOffice, withBody, withDoctype } from './office-base.js';
import { failed, forms, NO_FORM } from './outcome.js';

const MEGABYTE = 1024 ** 2;
const WITH_ENTITY = (text: string) => text.replace('</w:body>', `${paragraph('x').replace('x', '&a9;')}</w:body>`);
const repeated = (times: number, text: string) => Array<string>(times).fill(text).join('');

/** Word documents that grow, lie, nest or point out of themselves. */
export const WORD_FILES: readonly HostileFile[] = [
  {
    name: 'blanks-300-mb.docx',
    what: '300 MB of blanks in the body, 300 KB packed',
    outcome: failed('unpacks-too-large'),
    make: () => docxOf(paragraph(' '.repeat(300 * MEGABYTE))),
  },
  {
    name: 'blanks-64-mb.docx',
    what: '64 MB of blanks, within the limit of bytes and a thousand times its own size',
    outcome: failed('unpacks-too-large'),
    make: () => docxOf(paragraph(' '.repeat(64 * MEGABYTE))),
  },
  {
    name: 'size-lies.docx',
    what: 'a body that says it has 100 bytes and has 40 MB',
    outcome: failed('damaged'),
    make: () =>
      zipOf([{ name: 'word/document.xml', bytes: `<a>${' '.repeat(40 * MEGABYTE)}</a>`, lies: { size: 100 } }]),
  },
  {
    name: 'checksum-lies.docx',
    what: 'a body with the checksum of another',
    outcome: failed('damaged'),
    make: () => zipOf([{ name: 'word/document.xml', bytes: '<a/>', lies: { crc: 1 } }]),
  },
  {
    name: 'method-unknown.docx',
    what: 'a body packed with a method that nobody knows',
    outcome: failed('damaged'),
    make: () => zipOf([{ name: 'word/document.xml', bytes: '<a/>', lies: { method: 97 } }]),
  },
  {
    name: 'entries-20000.docx',
    what: '20,000 empty parts',
    outcome: failed('unpacks-too-large'),
    make: () => zipOf(Array.from({ length: 20_000 }, (_, at) => ({ name: `word/${at}.xml`, bytes: '' }))),
  },
  {
    name: 'entries-overlap.docx',
    what: '5,000 parts that are all the same 100 KB of the file',
    outcome: failed('unpacks-too-large'),
    make: () => {
      const bytes = ' '.repeat(100_000);
      const part = (at: number) => ({ name: `word/${at}.xml`, bytes, lies: { at: 0 } });
      return zipOf([{ name: 'word/document.xml', bytes }, ...Array.from({ length: 5_000 }, (_, at) => part(at))]);
    },
  },
  {
    name: 'billion-laughs.docx',
    what: 'entities that grow to a billion characters',
    outcome: failed('damaged'),
    make: async () =>
      edited(await goodOffice('docx'), {
        'word/document.xml': (text) => withDoctype(BILLION_LAUGHS)(WITH_ENTITY(text)),
      }),
  },
  {
    name: 'file-entity.docx',
    what: 'an entity that stands for /etc/passwd',
    outcome: failed('damaged'),
    make: async () =>
      edited(await goodOffice('docx'), { 'word/document.xml': (text) => withDoctype(FILE_ENTITY)(WITH_ENTITY(text)) }),
  },
  {
    name: 'nested-100000.docx',
    what: '100,000 elements within each other',
    outcome: failed('damaged'),
    make: () => docxOf(repeated(100_000, '<w:sdt>') + repeated(100_000, '</w:sdt>')),
  },
  {
    name: 'tables-nested-150.docx',
    what: '150 tables within each other, behind a form',
    outcome: forms(1),
    make: () =>
      withBody(Array.from({ length: 150 }).reduce<string>((inside) => table(row(cell(inside))), paragraph('a'))),
  },
  {
    name: 'span-4-billion.docx',
    what: 'cells that span 4 billion columns, go on with none above, and skip as many',
    outcome: forms(1),
    make: () =>
      withBody(
        table(
          row(cell(paragraph('a'), '<w:gridSpan w:val="4294967295"/>')),
          row(cell(paragraph('b'), '<w:vMerge/>') + cell(paragraph('c'), '<w:gridSpan w:val="-5"/>')),
          row(`<w:trPr><w:gridBefore w:val="4294967295"/></w:trPr>${cell(paragraph('d'))}`),
        ),
      ),
  },
  {
    name: 'pictures-outside.docx',
    what: 'pictures that are files of the reader’s machine and of a server',
    outcome: forms(1),
    make: () =>
      withBody('<w:p><w:r><a:blip r:embed="rId7"/><a:blip r:embed="rId8"/></w:r></w:p>', {
        relations: {
          rId7: ['image', '../../../../../../etc/passwd'],
          rId8: ['image', 'https://example.invalid/a.png" TargetMode="External'],
        },
      }),
  },
  {
    name: 'body-is-its-footnotes.docx',
    what: '5,000 relations that give the body as its own footnotes',
    outcome: forms(1),
    make: () =>
      withBody('', {
        relations: Object.fromEntries(
          Array.from({ length: 5_000 }, (_, at) => [`rId${at + 9}`, ['footnotes', 'document.xml'] as const]),
        ),
      }),
  },
  {
    name: 'body-missing.docx',
    what: 'a main part that is not there',
    outcome: failed('damaged'),
    make: () => zipOf([{ name: 'word/styles.xml', bytes: '<a/>' }]),
  },
  {
    name: 'cut-in-half.docx',
    what: 'the first half of a document',
    outcome: failed('damaged'),
    make: async () => {
      const bytes = await goodOffice('docx');
      return bytes.subarray(0, bytes.length >> 1);
    },
  },
  {
    name: 'entries-encrypted.docx',
    what: 'parts that are encrypted one by one',
    outcome: failed('encrypted'),
    make: () => zipOf([{ name: 'word/document.xml', bytes: '<a/>', lies: { flags: 1 } }]),
  },
  {
    name: 'document.xlsx',
    what: 'a Word document named as a workbook, with the content types of one',
    outcome: forms(1),
    make: async () =>
      edited(await goodOffice('docx'), {
        '[Content_Types].xml': (text) => text.replaceAll('wordprocessingml.document', 'spreadsheetml.sheet'),
      }),
  },
  {
    name: 'paragraphs-200000.docx',
    what: '200,000 empty paragraphs behind a form',
    outcome: forms(1),
    make: () => withBody(repeated(200_000, '<w:p/>')),
  },
  {
    name: 'paragraph-15-mb.docx',
    what: 'one paragraph of 15 MB',
    outcome: NO_FORM,
    make: () => docxOf(paragraph('a'.repeat(15 * MEGABYTE))),
  },
  {
    name: 'controls.docx',
    what: 'characters that no XML may hold',
    outcome: failed('damaged'),
    make: () => docxOf(paragraph('a\u0000\u0001b')),
  },
  {
    name: 'parts-named-twice.docx',
    what: 'two bodies of the same name, the second without a form',
    outcome: forms(1),
    make: async () => edited(await goodOffice('docx'), {}, [{ name: 'WORD/document.xml', bytes: '<a/>' }]),
  },
];
