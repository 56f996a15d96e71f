import { describe, expect, it } from 'vitest';
import { zipOf } from '../../../scripts/office/zip.js';
import { openDocument } from '../../../src/extract/open.js';
import { openZip } from '../../../src/extract/zip/zip-package.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/schema/limits.js';

const open = (bytes: Uint8Array, limits: Partial<Limits> = {}) =>
  openZip(bytes, { name: 'a.zip', limits: { ...DEFAULT_LIMITS, ...limits } });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => (error as { code: string }).code,
  );
const MEGABYTE = 1024 ** 2;

describe('a ZIP', () => {
  it('gives its entries by name, whatever its case and slashes', async () => {
    const zip = await open(
      zipOf([
        { name: 'Word\\document.xml', bytes: '甲' },
        { name: 'empty/', bytes: '' },
      ]),
    );
    expect(zip.entries).toEqual([{ name: 'Word/document.xml', bytes: 3, isEncrypted: false }]);
    const entry = zip.find('/word/Document.xml');
    expect(entry && Buffer.from(await zip.read(entry)).toString()).toBe('甲');
  });

  it('reads names in UTF-8 with and without the flag, and in GBK', async () => {
    const gbk = Buffer.from([0xd7, 0xd4, 0xc6, 0xc0, 0xb1, 0xed, 0x2e, 0x70, 0x64, 0x66]); // 自评表.pdf
    const zip = await open(
      zipOf([
        { name: '表.pdf', bytes: '' },
        { name: Buffer.from('评.pdf'), bytes: '' },
        { name: gbk, bytes: '' },
      ]),
    );
    expect(zip.entries.map(({ name }) => name)).toEqual(['表.pdf', '评.pdf', '自评表.pdf']);
  });

  it('counts before it unpacks: entries, bytes, ratio', async () => {
    const many = zipOf(Array.from({ length: 11 }, (_, at) => ({ name: `${at}`, bytes: '' })));
    expect(await codeOf(open(many, { entriesPerArchive: 10 }))).toBe('unpacks-too-large');
    const bytes = zipOf([{ name: 'a', bytes: Buffer.alloc(17 * MEGABYTE) }]);
    expect(await codeOf(open(bytes, { unpackedBytes: 16 * MEGABYTE }))).toBe('unpacks-too-large');
    expect(await codeOf(open(bytes))).toBe('unpacks-too-large'); // 1,000 times its size
    expect(await codeOf(open(bytes, { timesUnpacked: 2_000 }))).toBe('none');
  });

  it('fails on an entry that is not as the directory says', async () => {
    const read = async (lies: object) => {
      const zip = await open(zipOf([{ name: 'a', bytes: 'abc'.repeat(99), lies }]));
      for (const entry of zip.entries) await zip.read(entry);
    };
    expect(await codeOf(read({}))).toBe('none');
    expect(await codeOf(read({ size: 3 }))).toBe('damaged');
    expect(await codeOf(read({ crc: 1 }))).toBe('damaged');
    expect(await codeOf(read({ flags: 1 }))).toBe('encrypted');
    expect(await codeOf(read({ method: 99 }))).toBe('damaged');
  });

  it('ends a Word file of 300 MB within a second', async () => {
    const bomb = zipOf([{ name: 'word/document.xml', bytes: Buffer.alloc(300 * MEGABYTE, ' ') }]);
    const start = performance.now();
    expect(await codeOf(openDocument({ bytes: bomb, name: 'a.docx' }, DEFAULT_LIMITS))).toBe('unpacks-too-large');
    expect(performance.now() - start).toBeLessThan(1_000);
  }, 20_000);
});
