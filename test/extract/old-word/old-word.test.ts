import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../src/extract/media.js';
import { asDocx, findLibreOffice } from '../../../src/extract/old-word/convert.js';
import { isEncryptedDoc } from '../../../src/extract/old-word/encrypted-doc.js';
import { oldWord } from '../../../src/extract/old-word/medium.js';
import { openOldWord } from '../../../src/extract/old-word/open-old-word.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';
import { DEFAULT_READING } from '../../../src/schema/reading-options.js';
import type { Sheet } from '../../../src/schema/sheet.js';
import { drawn } from '../text/drawn.js';

const RTF = Buffer.from(
  '{\\rtf1\\ansi\\pard A line\\par \\trowd\\cellx1000\\cellx3000 \\pard\\intbl a\\cell 95%\\cell\\row \\pard\\par}',
);
const FOLDERS = () => readdirSync(tmpdir()).filter((name) => name.startsWith('zipingbiao-office-'));
const LIBRE_OFFICE = findLibreOffice();

async function fileOf(bytes: Buffer) {
  const content = await contentOf(bytes, 'a', DEFAULT_LIMITS);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: 'a', sha256, content, limits: DEFAULT_LIMITS, reading: DEFAULT_READING };
}

describe('old Word files and RTF', () => {
  it('are told by content', async () => {
    expect(oldWord.recognises((await fileOf(RTF)).content)).toBe(true);
    expect(oldWord.recognises((await fileOf(Buffer.from('{text}'))).content)).toBe(false);
  });

  it.skipIf(LIBRE_OFFICE === null)(
    'are read with their tables where LibreOffice is found; nothing is left behind',
    async () => {
      const before = FOLDERS();
      const document = await openOldWord(await fileOf(RTF), 'rtf');
      const sheets: Sheet[] = [];
      for await (const sheet of document.sheets()) sheets.push(sheet);
      expect(document.kind).toBe('document');
      expect(drawn(sheets)).toEqual(['A line', '0| a[0] 95%[1]']);
      expect(FOLDERS()).toEqual(before);
    },
    60_000,
  );

  it('say what to install where LibreOffice is missing', async () => {
    const opening = openOldWord(await fileOf(RTF), 'rtf', null);
    await expect(opening).rejects.toMatchObject({ code: 'program-missing' });
    await expect(opening).rejects.toThrow(/LibreOffice/);
  });

  it('are damaged where LibreOffice makes nothing of them', async () => {
    expect(await asDocx('/bin/false', RTF, 'rtf')).toBeNull();
    expect(await asDocx('/no/such/program', RTF, 'rtf')).toBeNull();
    await expect(openOldWord(await fileOf(RTF), 'rtf', '/bin/false')).rejects.toMatchObject({ code: 'damaged' });
  });

  it('tell a password by the flag of the text stream', () => {
    const doc = Buffer.alloc(2048);
    doc.writeUInt16LE(0xa5ec, 512);
    doc.writeUInt16LE(0xc1, 514);
    expect(isEncryptedDoc(doc)).toBe(false);
    doc.writeUInt16LE(0x0100, 512 + 0x0a);
    expect(isEncryptedDoc(doc)).toBe(true);
  });

  it('finds no LibreOffice where the path leads nowhere', () => {
    expect(findLibreOffice('/no/such/folder')).toBeNull();
  });
});
