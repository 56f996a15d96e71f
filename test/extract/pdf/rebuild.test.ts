import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rebuilt } from '../../../src/extract/pdf/rebuild.js';

/** What is added to bytes, without what ends the object that they may end in. */
function addedTo(text: string): string[] {
  const bytes = Buffer.from(text, 'latin1');
  const [all] = rebuilt(bytes);
  if (!all) return [];
  expect(all.subarray(0, bytes.length)).toEqual(bytes);
  return Buffer.from(all.subarray(bytes.length))
    .toString('latin1')
    .replace('\nendstream\nendobj\n', '')
    .trimEnd()
    .split('\n');
}

const object = (number: number, text: string) => `${number} 0 obj\n${text}\nendobj\n`;
const CATALOGUE = object(1, '<< /Type /Catalog /Pages 2 0 R >>');
const TREE = object(2, '<< /Type /Pages /Count 1 /Kids [3 0 R] >>');
const PAGE = object(3, '<< /Type /Page /Parent 2 0 R >>');
const trailer = (size: number, root: string) => [
  'trailer',
  `<< /Size ${size} /Root ${root} >>`,
  'startxref',
  '0',
  '%%EOF',
];

/** An object stream, as its text. */
function packed(number: number, objects: Readonly<Record<number, string>>): string {
  const offsets: string[] = [];
  let body = '';
  for (const [inner, text] of Object.entries(objects)) {
    offsets.push(`${inner} ${body.length}`);
    body += `${text} `;
  }
  const head = `${offsets.join(' ')} `;
  const data = deflateSync(Buffer.from(head + body, 'latin1')).toString('latin1');
  const dictionary = `<< /Type /ObjStm /N ${offsets.length} /First ${head.length} /Filter /FlateDecode /Length ${data.length} >>`;
  return object(number, `${dictionary}\nstream\n${data}\nendstream`);
}

describe('rebuilt', () => {
  it('adds a trailer for the catalogue that is there', () => {
    expect(addedTo(`%PDF-1.7\n${CATALOGUE}${TREE}${PAGE}`)).toEqual(trailer(4, '1 0 R'));
  });

  it('adds a catalogue for a page tree', () => {
    expect(addedTo(`%PDF-1.7\n${TREE}${PAGE}`)).toEqual([
      '4 0 obj',
      '<< /Type /Catalog /Pages 2 0 R >>',
      'endobj',
      ...trailer(5, '4 0 R'),
    ]);
  });

  it('adds a page tree for pages, in the order in which they stand', () => {
    const second = object(9, '<< /Type /Page >>');
    expect(addedTo(`%PDF-1.7\n${second}${PAGE}${CATALOGUE}`)).toEqual([
      '10 0 obj',
      '<< /Type /Catalog /Pages 11 0 R >>',
      'endobj',
      '11 0 obj',
      '<< /Type /Pages /Count 2 /Kids [9 0 R 3 0 R] >>',
      'endobj',
      ...trailer(12, '10 0 R'),
    ]);
  });

  it('takes the last of several objects with one number', () => {
    const older = object(2, '<< /Type /Font >>');
    expect(addedTo(`%PDF-1.7\n${CATALOGUE}${older}${PAGE}${TREE}`)).toEqual(trailer(4, '1 0 R'));
  });

  it('unpacks object streams', () => {
    const stream = packed(7, {
      1: '<< /Type /Catalog /Pages 2 0 R >>',
      2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    });
    const added = addedTo(`%PDF-1.7\n${PAGE}${stream}`);
    expect(added.filter((line) => line.includes('/Type'))).toEqual([
      '<< /Type /Catalog /Pages 2 0 R >> ',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >> ',
    ]);
    expect(added.slice(-5)).toEqual(trailer(8, '1 0 R'));
  });

  it.each([
    ['nothing', ''],
    ['no page', CATALOGUE],
    ['an object stream of other bytes', object(1, '<< /Type /ObjStm /N 1 /First 4 >>\nstream\n1 0 x\nendstream')],
    ['tokens within a stream', object(1, `<< /Length 9 >>\nstream\n${TREE.replace('endobj', '')}\nendstream`)],
  ])('gives nothing for %s', (_, text) => {
    expect([...rebuilt(Buffer.from(`%PDF-1.7\n${text}`, 'latin1'))]).toEqual([]);
  });
});
