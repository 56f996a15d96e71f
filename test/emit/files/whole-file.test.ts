import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { OutputError } from '../../../src/emit/files/output-error.js';
import { openWholeFile } from '../../../src/emit/files/whole-file.js';
import { filesIn, madeFolder } from '../../made/folder.js';

it('appears only when it is finished', () => {
  const folder = madeFolder();
  const path = join(folder, 'a');
  writeFileSync(path, 'before');
  const file = openWholeFile(path);
  file.append('甲');
  file.append(Buffer.from('乙'));
  expect(readFileSync(path, 'utf8')).toBe('before');
  file.finish();
  file.discard();
  expect([readFileSync(path, 'utf8'), filesIn(folder)]).toEqual(['甲乙', ['a']]);
});

it('leaves what was there when it is discarded', () => {
  const folder = madeFolder();
  const file = openWholeFile(join(folder, 'a'));
  file.append('甲');
  file.discard();
  expect(filesIn(folder)).toEqual([]);
});

it('replaces a link’s target, not the link', () => {
  const folder = madeFolder();
  writeFileSync(join(folder, 'target'), '');
  symlinkSync('target', join(folder, 'link'));
  const file = openWholeFile(join(folder, 'link'));
  file.append('甲');
  file.finish();
  expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('甲');
});

it('names the place that can’t be written', () => {
  const folder = madeFolder();
  expect(() => openWholeFile(folder)).toThrow(OutputError);
  expect(() => openWholeFile(join(folder, 'no', 'a'))).toThrow(/no.a/);
});
