import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../../scripts/office/zip.js';
import { digitize } from '../../../src/digitize/digitize.js';
import { sourceAt } from '../../../src/extract/zip/entry-source.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';
import { lastingFolder } from '../../made/folder.js';

const folder = lastingFolder();
const archive = join(folder, 'a.zip');
writeFileSync(archive, zipOf([{ name: '乙/b.md', bytes: '项目支出绩效自评表\n项目名称\t甲' }]));
const sourceOf = (path: string) => sourceAt(join(folder, path), DEFAULT_LIMITS);

describe('a path', () => {
  it('into an archive gives the bytes of the file in it', async () => {
    expect(await sourceOf('a.zip!/乙/b.md')).toMatchObject({
      name: `${archive}!/乙/b.md`,
      bytes: expect.any(Buffer) as Buffer,
    });
    expect((await digitize(`${archive}!/乙/b.md`)).records[0]?.projectName).toBe('甲');
  });

  it('of a file that is there stays as it is, whatever it is called', async () => {
    writeFileSync(join(folder, 'a.zip!'), '');
    expect(await sourceOf('a.zip')).toEqual({ path: archive });
    expect(await sourceOf('none.zip!/b.md')).toEqual({ path: join(folder, 'none.zip!/b.md') });
  });

  it('to what no archive holds is told', async () => {
    await expect(sourceOf('a.zip!/c.md')).rejects.toMatchObject({ code: 'no-such-path' });
    await expect(sourceAt(`${archive}!/乙/b.md`, { ...DEFAULT_LIMITS, bytesPerFile: 20 })).rejects.toMatchObject({
      code: 'file-too-large',
    });
  });
});
