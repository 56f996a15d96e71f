import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { Random } from '../damage/random.js';
import { goodOffice } from '../hostile/office-base.js';
import { ofdOf, ofdRule, ofdText } from '../office/ofd.js';
import { asAlto, asHocr, type FoundPage } from '../office/ocr-output.js';
import { asOfdPage } from '../office/rewrite.js';
import { type Packed, zipOf } from '../office/zip.js';
import { pageContentOf } from '../../src/extract/pdf/page-content.js';
import { openPdf } from '../../src/extract/pdf/pdfjs.js';
import { mutated } from './mutate.js';
import type { BaseFile } from './small-pictures.js';

const PRINTED = new URL('../../fixtures/pdf/09-yuan.chromium-zenhei-portrait-kept.pdf', import.meta.url);
/** Of the mutants of a package, those of which a part is changed and packed anew: the others end at the package. */
const INSIDE = 0.8;

/** A form as each kind of office file, as OFD, and as OCR programs write it. */
export async function officeFiles(): Promise<BaseFile[]> {
  const pdf = await openPdf(readFileSync(PRINTED), { largestPicture: 0 });
  const pages: FoundPage[] = [];
  for (let number = 1; number <= pdf.pages; number += 1) {
    const page = await pdf.page(number);
    const { width, height } = page.setting(0);
    const { glyphs, rulings } = pageContentOf(page.list, page.setting(0));
    pages.push({ width, height, glyphs, rulings });
  }
  await pdf.close();
  const small = { objects: ofdRule(1, 1, 9, 1) + ofdText('a', [2, 5], 3, 'CTM="1 0 0 1 0 0"'), template: '9' };
  return [
    { ending: '.docx', bytes: await goodOffice('docx') },
    { ending: '.odt', bytes: await goodOffice('odt') },
    { ending: '.ods', bytes: await goodOffice('ods') },
    { ending: '.xlsx', bytes: await goodOffice('xlsx') },
    { ending: '.ofd', bytes: ofdOf(pages.map((page) => asOfdPage(page, page))) },
    { ending: '.ofd', bytes: ofdOf([small], { templates: { 9: ofdText('b', [9, 9], 3) } }) },
    { ending: '.hocr', bytes: Buffer.from(asHocr(pages)) },
    { ending: '.xml', bytes: Buffer.from(asAlto(pages)) },
  ];
}

/** Mutates a package within one of its parts, or as a whole; what is no package as any file. */
export function mutatedOffice(bytes: Buffer, other: Buffer, random: Random): Buffer {
  const parts = partsOf(bytes);
  if (parts.length === 0 || !random.chance(INSIDE)) return mutated(bytes, other, random);
  const changed = random.int(parts.length);
  const donor = partsOf(other);
  const piece = donor.length === 0 ? other : contentOf(random.pick(donor));
  return zipOf(
    parts.map((part, index) =>
      index === changed ? { name: part.name, bytes: mutated(contentOf(part), piece, random) } : part,
    ),
  );
}

const contentOf = ({ bytes }: Packed) => Buffer.from(bytes as Uint8Array);

const [LOCAL, LOCAL_HEADER] = ['PK\x03\x04', 30];

/** The parts of a package that `zipOf` wrote, in order: its local headers tell all of them (APPNOTE 6.3.10, 4.3.7). */
function partsOf(bytes: Buffer): Packed[] {
  const parts: Packed[] = [];
  for (let at = 0; bytes.toString('latin1', at, at + LOCAL.length) === LOCAL;) {
    const [method, packed, named] = [
      bytes.readUInt16LE(at + 8),
      bytes.readUInt32LE(at + 18),
      bytes.readUInt16LE(at + 26),
    ];
    const from = at + LOCAL_HEADER + named + bytes.readUInt16LE(at + 28);
    const content = bytes.subarray(from, from + packed);
    const name = bytes.toString('utf8', at + LOCAL_HEADER, at + LOCAL_HEADER + named);
    parts.push({ name, bytes: method === 0 ? content : inflateRawSync(content) });
    at = from + packed;
  }
  return parts;
}
