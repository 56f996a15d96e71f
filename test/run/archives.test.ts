import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docxOf, paragraph } from '../../scripts/office/docx.js';
import { zipOf } from '../../scripts/office/zip.js';
import { unpack, withArchivesOpened } from '../../src/run/archives.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';
import { lastingFolder } from '../made/folder.js';

const folder = lastingFolder();
const at = (name: string) => join(folder, name);
const written = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(at(name), bytes);
  return { path: at(name), named: true };
};
const opened = async (...inputs: { path: string; named: boolean }[]) =>
  (await withArchivesOpened(inputs, DEFAULT_LIMITS)).map(
    ({ path, refused }) => path.slice(folder.length + 1) + (refused ? ` ${refused.code}` : ''),
  );

describe('archives', () => {
  it('give their files as inputs, with their names as they were written', async () => {
    const gbk = Buffer.from([0xb1, 0xed, 0x2e, 0x6d, 0x64]); // 表.md
    const zip = zipOf([
      { name: '乙/b.pdf', bytes: 'b' },
      { name: gbk, bytes: 'a' },
      { name: '__MACOSX/._b.pdf', bytes: '' },
      { name: '.DS_Store', bytes: '' },
      { name: 'inner.zip', bytes: zipOf([{ name: 'c', bytes: 'c' }]) },
    ]);
    expect(await opened(written('a.zip', zip), written('a.md', 'x'))).toEqual([
      'a.md',
      'a.zip!/inner.zip',
      'a.zip!/乙/b.pdf',
      'a.zip!/表.md',
    ]);
  });

  it('are told from office files, whatever they are called', async () => {
    expect(await opened(written('b.zip', docxOf(paragraph('x'))))).toEqual(['b.zip']);
  });

  it('that are damaged or too large stay one input that says so', async () => {
    const bomb = zipOf([{ name: 'x', bytes: Buffer.alloc(64 * 1024 ** 2) }]);
    const many = zipOf(Array.from({ length: 10_001 }, (_, index) => ({ name: String(index), bytes: '' })));
    expect(
      await opened(written('c.zip', bomb.subarray(0, 99)), written('d.zip', bomb), written('e.zip', many)),
    ).toEqual(['c.zip damaged', 'd.zip unpacks-too-large', 'e.zip unpacks-too-large']);
  });

  it('never write where their names point to', async () => {
    const zip = written('f.zip', zipOf([{ name: '../../up.md', bytes: 'x' }]));
    const [entry] = await withArchivesOpened([zip], DEFAULT_LIMITS);
    expect(entry?.path).toBe(`${zip.path}!/../../up.md`);
    mkdirSync(at('spool'));
    if (entry?.archive) await unpack(entry.archive, entry.path, DEFAULT_LIMITS, at('spool/0'));
    expect(readFileSync(at('spool/0'), 'utf8')).toBe('x');
  });

  it('leaves alone what is no file', async () => {
    symlinkSync('/nowhere', at('g.zip'));
    expect(await opened({ path: at('g.zip'), named: true }, { path: at('none'), named: true })).toEqual([
      'g.zip',
      'none',
    ]);
  });
});
