import { CFB } from '@e965/xlsx';
import { openDocumentOf } from '../office/open-document.js';
import { zipOf } from '../office/zip.js';
import type { HostileFile } from './hostile-file.js';
import { noise } from './not-pdfs.js';
import { BILLION_LAUGHS, edited, FILE_ENTITY, goodOffice, withDoctype } from './office-base.js';
import { failed, forms, NO_FORM } from './outcome.js';

const MEGABYTE = 1024 ** 2;
const repeated = (times: number, text: string) => Array<string>(times).fill(text).join('');

const WORKBOOK_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...targets: readonly (readonly [type: string, target: string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A workbook of one sheet; `sheet` is what stands in its worksheet. */
const workbookOf = (sheet: string, { target = 'worksheets/sheet1.xml', strings = '' } = {}) =>
  zipOf([
    { name: '[Content_Types].xml', bytes: WORKBOOK_TYPES },
    { name: '_rels/.rels', bytes: relations(['officeDocument', 'xl/workbook.xml']) },
    {
      name: 'xl/workbook.xml',
      bytes: `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: relations(['worksheet', target], ['sharedStrings', 'sharedStrings.xml']),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      bytes: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheet}</worksheet>`,
    },
    ...(strings === '' ? [] : [{ name: 'xl/sharedStrings.xml', bytes: strings }]),
  ]);

const TEXT_CELL = '<c r="A1" t="inlineStr"><is><t>a</t></is></c>';
const ods = (table: string) => openDocumentOf('spreadsheet', `<table:table table:name="a">${table}</table:table>`);

/** Workbooks and OpenDocument files that grow, lie or point out of themselves. */
export const WORKBOOK_FILES: readonly HostileFile[] = [
  {
    name: 'strings-300-mb.xlsx',
    what: 'shared strings of 300 MB',
    outcome: failed('unpacks-too-large'),
    make: () => workbookOf('<sheetData/>', { strings: `<sst><si><t>${'a'.repeat(300 * MEGABYTE)}</t></si></sst>` }),
  },
  {
    name: 'strings-out-of-range.xlsx',
    what: 'a cell with the four billionth of no shared strings',
    outcome: NO_FORM,
    make: () => workbookOf('<sheetData><row r="1"><c r="A1" t="s"><v>4294967295</v></c></row></sheetData>'),
  },
  {
    name: 'last-cell.xlsx',
    what: 'a text in the last cell that a workbook has, and a range that says so',
    outcome: NO_FORM,
    make: () =>
      workbookOf(
        `<dimension ref="A1:XFD1048576"/><sheetData><row r="1">${TEXT_CELL}</row><row r="1048576">${TEXT_CELL.replace('A1', 'XFD1048576')}</row></sheetData>`,
      ),
  },
  {
    name: 'merged-all.xlsx',
    what: 'one merged cell over the whole sheet, and 2,000 that overlap',
    outcome: NO_FORM,
    make: () =>
      workbookOf(
        `<sheetData><row r="1">${TEXT_CELL}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/>${repeated(2_000, '<mergeCell ref="A1:Z9999"/>')}</mergeCells>`,
      ),
  },
  {
    name: 'sheet-is-workbook.xlsx',
    what: 'a workbook whose only sheet is itself',
    outcome: NO_FORM,
    make: () => workbookOf('<sheetData/>', { target: 'workbook.xml' }),
  },
  {
    name: 'sheet-outside.xlsx',
    what: 'a workbook whose only sheet is /etc/passwd',
    outcome: NO_FORM,
    make: () => workbookOf('<sheetData/>', { target: '../../../../../etc/passwd' }),
  },
  {
    name: 'file-entity.xlsx',
    what: 'shared strings with an entity that stands for /etc/passwd',
    outcome: NO_FORM,
    make: () =>
      workbookOf('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>', {
        strings: withDoctype(FILE_ENTITY)('<sst><si><t>&a9;</t></si></sst>'),
      }),
  },
  {
    name: 'formula-outside.xlsx',
    what: 'formulas that start a program and ask a server',
    outcome: NO_FORM,
    make: () =>
      workbookOf(
        `<sheetData><row r="1"><c r="A1" t="str"><f>cmd|'/c calc'!A0</f><v>a</v></c><c r="B1"><f>WEBSERVICE("https://example.invalid/")</f></c></row></sheetData>`,
      ),
  },
  {
    name: 'workbook.docx',
    what: 'a workbook named as a Word document',
    outcome: forms(1),
    make: () => goodOffice('xlsx'),
  },
  {
    name: 'cut-in-half.xlsx',
    what: 'the first half of a workbook',
    outcome: failed('damaged'),
    make: async () => {
      const bytes = await goodOffice('xlsx');
      return bytes.subarray(0, bytes.length >> 1);
    },
  },
  {
    name: 'noise.xls',
    what: 'the header of an old office file, then noise',
    outcome: failed('damaged', 'unsupported-kind'),
    make: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), noise(65_536)]),
  },
  {
    name: 'sectors-cycle.xls',
    what: 'an old workbook whose sectors follow each other in a circle',
    outcome: failed('damaged', 'unsupported-kind'),
    make: () => {
      const bytes = oleOf('/Workbook', Buffer.alloc(65_536));
      // The first sector of the table of sectors says that each sector is followed by itself.
      const table = SECTOR + bytes.readUInt32LE(FIRST_TABLE) * SECTOR;
      for (let sector = 0; sector < SECTOR / 4; sector += 1) bytes.writeUInt32LE(sector, table + sector * 4);
      return bytes;
    },
  },
  {
    name: 'noise-inside.xls',
    what: 'an old workbook whose stream is noise',
    outcome: failed('damaged'),
    make: () => oleOf('/Workbook', noise(65_536)),
  },
  {
    name: 'encrypted.xlsx',
    what: 'a workbook that is protected by a password',
    outcome: failed('encrypted'),
    make: () => oleOf('/EncryptedPackage', noise(4_096)),
  },
  {
    name: 'noise-inside.doc',
    what: 'an old Word document whose stream is noise',
    isSlow: true, // LibreOffice is started
    outcome: failed('damaged', 'program-missing'),
    make: () => oleOf('/WordDocument', noise(65_536)),
  },
  {
    name: 'rows-a-billion.ods',
    what: 'a row that stands there a billion times, each with a cell that does so as well',
    outcome: NO_FORM,
    make: () =>
      ods(
        '<table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"><text:p>a</text:p></table:table-cell></table:table-row>',
      ),
  },
  {
    name: 'spans-a-billion.ods',
    what: 'cells that span a billion rows and columns, and less than none',
    outcome: NO_FORM,
    make: () =>
      ods(
        '<table:table-row><table:table-cell table:number-rows-spanned="1000000000" table:number-columns-spanned="1000000000"><text:p>a</text:p></table:table-cell><table:table-cell table:number-rows-spanned="-7" table:number-columns-spanned="NaN"><text:p>b</text:p></table:table-cell></table:table-row>',
      ),
  },
  {
    name: 'billion-laughs.odt',
    what: 'entities that grow to a billion characters',
    outcome: failed('damaged'),
    make: async () =>
      edited(await goodOffice('odt'), {
        'content.xml': (text) =>
          withDoctype(BILLION_LAUGHS)(text.replace('</office:text>', '<text:p>&a9;</text:p></office:text>')),
      }),
  },
  {
    name: 'encrypted.odt',
    what: 'an OpenDocument text that is protected by a password',
    outcome: failed('encrypted'),
    make: async () =>
      edited(await goodOffice('odt'), {
        'manifest.xml': () => '<m:manifest xmlns:m="a"><m:encryption-data/></m:manifest>',
      }),
  },
  {
    name: 'pictures-outside.odt',
    what: 'pictures and sections that are files of the reader’s machine and of a server',
    outcome: forms(1),
    make: async () =>
      edited(await goodOffice('odt'), {
        'content.xml': (text) =>
          text.replace(
            '</office:text>',
            '<text:p><draw:image xlink:href="../../../../etc/passwd"/><draw:image xlink:href="https://example.invalid/a.png"/></text:p><text:section><text:section-source xlink:href="file:///etc/passwd"/></text:section></office:text>',
          ),
      }),
  },
  {
    name: 'spaces-a-billion.odt',
    what: 'a blank that stands there a billion times',
    outcome: forms(1),
    make: async () =>
      edited(await goodOffice('odt'), {
        'content.xml': (text) =>
          text.replace('</office:text>', '<text:p>a<text:s text:c="1000000000"/>b</text:p></office:text>'),
      }),
  },
];

/** Bytes of a sector of an OLE compound file, and where its header says which sector holds the first table of sectors (MS-CFB 2.2). */
const SECTOR = 512;
const FIRST_TABLE = 76;

/** What of the library's own module for compound files is used; it has no types. */
interface CompoundFiles {
  readonly utils: { cfb_new(): object; cfb_add(file: object, stream: string, content: Uint8Array): void };
  write(file: object, options: { readonly type: 'buffer' }): Uint8Array;
}

function oleOf(stream: string, content: Uint8Array): Buffer {
  const compound = CFB as CompoundFiles;
  const file = compound.utils.cfb_new();
  compound.utils.cfb_add(file, stream, content);
  return Buffer.from(compound.write(file, { type: 'buffer' }));
}
