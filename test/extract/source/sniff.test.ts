import { expect, it } from 'vitest';
import { mediaTypeOf } from '../../../src/extract/source/sniff.js';

const zip = (name: string): string => `PK\x03\x04\x14\0\0\0[Content_Types].xml...PK\x03\x04${name}`;

it.each([
  ['%PDF-1.7\n', 'pdf'],
  ['junk\n%PDF-1.4\n', 'pdf'],
  ['表 %PDF-1.4 的说明', 'text'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['\xff\xd8\xff\xe0', 'jpeg'],
  ['II*\0', 'tiff'],
  ['RIFF\0\0\0\0WEBP', 'webp'],
  ["<svg a='WEBP' xmlns='http://www.w3.org/2000/svg'/>", 'text'],
  ['GIF89a', 'gif'],
  ['BM\x36\x03\0\0\0\0\0\0\x36', 'bmp'],
  ['BM项目', 'text'],
  [zip('word/document.xml'), 'docx'],
  [zip('xl/workbook.xml'), 'xlsx'],
  [zip('ppt/slides'), 'pptx'],
  [zip('OFD.xml'), 'ofd'],
  [zip('a.txt'), 'zip'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'ole'],
  ['{\\rtf1', 'rtf'],
  ['\x1f\x8b\x08', 'gzip'],
  ['7z\xbc\xaf\x27\x1c', '7z'],
  ['Rar!\x1a\x07\x01', 'rar'],
  ['MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="a"', 'mhtml'],
  ['# 表\n', 'text'],
  ['', 'text'],
])('%j is %s', (head, media) => {
  expect(mediaTypeOf(Buffer.from(head, 'latin1'))).toBe(media);
});
