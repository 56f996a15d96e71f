import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentSource, type OpenDocument, openDocument } from '../../src/extract/open.js';
import { Failure } from '../../src/schema/failure.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';
import type { Sheet } from '../../src/schema/sheet.js';
import { drawn } from './text/drawn.js';

const TABLE = '# 表\n名称\t甲\n';
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'extract-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function sheetsOf(document: OpenDocument): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for await (const sheet of document.sheets()) sheets.push(sheet);
  return sheets;
}

/** The code of the failure, or what came out instead. */
async function failureOf(source: DocumentSource, limits = DEFAULT_LIMITS): Promise<unknown> {
  try {
    return await sheetsOf(await openDocument(source, limits));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.message).toContain('path' in source ? source.path : source.name);
    expect(error.messageZh).toContain('path' in source ? source.path : source.name);
    return error.code;
  }
}
const bytes = (content: string): DocumentSource => ({ bytes: Buffer.from(content, 'latin1'), name: 'a.txt' });

describe('openDocument', () => {
  it('reads a file and the same bytes in memory alike', async () => {
    const path = await file('a.pdf', TABLE);
    for (const source of [{ path }, { bytes: Buffer.from(TABLE), name: 'a' }]) {
      const document = await openDocument(source, DEFAULT_LIMITS);
      expect(document).toMatchObject({
        kind: 'text',
        pages: null,
        sha256: createHash('sha256').update(TABLE).digest('hex'),
      });
      expect(drawn(await sheetsOf(document))).toEqual(['表', '0| 名称[0] 甲[1]']);
      expect(document.findings).toEqual([]);
    }
  });
  it('reads the same table in every encoding', async () => {
    const text = TABLE.repeat(30);
    const wide = Buffer.from(text, 'utf16le');
    const gb = Buffer.from([0x23, 0x20, 0xb1, 0xed, 0x0a, 0xc3, 0xfb, 0xb3, 0xc6, 0x09, 0xbc, 0xd7, 0x0a]);
    const inputs = [
      Buffer.from(`\uFEFF${text}`),
      wide,
      Buffer.from(wide).swap16(),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.concat(Array<Buffer>(30).fill(gb)),
    ];
    const expected = await sheetsOf(await openDocument({ bytes: Buffer.from(text), name: 'a' }, DEFAULT_LIMITS));
    for (const input of inputs) {
      expect(await sheetsOf(await openDocument({ bytes: input, name: 'a' }, DEFAULT_LIMITS))).toEqual(expected);
    }
  });
  it('reports bytes that could not be decoded, once', async () => {
    const input = Buffer.concat([Buffer.from(TABLE), Buffer.from([0xff]), Buffer.from(TABLE), Buffer.from([0xff])]);
    const document = await openDocument({ bytes: input, name: 'a' }, DEFAULT_LIMITS);
    await sheetsOf(document);
    expect(document.findings).toMatchObject([{ code: 'undecodable-bytes', severity: 'warning', path: '' }]);
    expect(document.findings[0]?.message).toMatch(/^2 /);
  });
  it.each([
    ['nothing', '', 'empty-file'],
    ['white space', ' \r\n\t', 'empty-file'],
    ['a mark alone', '\xef\xbb\xbf\n', 'empty-file'],
    ['a PDF that holds nothing', '%PDF-1.7', 'damaged'],
    ['a picture that holds nothing', '\x89PNG\r\n\x1a\n', 'damaged'],
    ['a picture of another kind', 'AT&TFORM', 'unsupported-kind'],
    ['an office file that is cut off', 'PK\x03\x04word/', 'damaged'],
    ['noise', '\0\x01\x02\x03abc', 'not-text'],
  ])('refuses %s', async (_, content, code) => {
    expect(await failureOf(bytes(content))).toBe(code);
  });
  it('refuses paths that it can not read', async () => {
    expect(await failureOf({ path: join(folder, 'none') })).toBe('no-such-path');
    expect(await failureOf({ path: join(await file('file', 'x'), 'none') })).toBe('no-such-path');
    expect(await failureOf({ path: folder })).toBe('unreadable');
    expect(await failureOf({ path: 'a\0b' })).toBe('unreadable');
    expect(await failureOf({ path: '/dev/null' })).toBe('unreadable');
  });
  it('refuses what is larger than its limit', async () => {
    expect(await failureOf(bytes('abcd'), { ...DEFAULT_LIMITS, bytesPerFile: 3 })).toBe('file-too-large');
  });
  it('says what the file is and what to try', async () => {
    await expect(openDocument(bytes('AT&TFORM'), DEFAULT_LIMITS)).rejects.toThrow(/a\.txt: it is a scan.*PDF/);
  });
  it('fails if the file changed between its two passes', async () => {
    const path = await file('changing', TABLE);
    const document = await openDocument({ path }, DEFAULT_LIMITS);
    await writeFile(path, `${TABLE}x`);
    await expect(sheetsOf(document)).rejects.toMatchObject({ code: 'changed-while-read' });
    await rm(path);
    await expect(sheetsOf(document)).rejects.toMatchObject({ code: 'no-such-path' });
  });
  it('ends with sheets or a failure for any bytes', async () => {
    const mixed = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom('甲\t', '<table>', '\n', '$\\x$', '|').map((text) => Buffer.from(text)),
      ),
    );
    await fc.assert(
      fc.asyncProperty(mixed, async (parts) => {
        await failureOf({ bytes: Buffer.concat(parts), name: 'a' });
      }),
      { numRuns: 1000 },
    );
  });
});
