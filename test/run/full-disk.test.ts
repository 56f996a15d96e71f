import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { outputOf } from '../../scripts/kill/run-and-kill.js';
import { writeSmallInputs } from '../../scripts/kill/small-inputs.js';
import { filesIn, madeFolder } from '../made/folder.js';

const FILES = 60;

function extract(folder: string, output: string) {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['dist/cli/main.js', 'extract', join(folder, 'in'), '--output', output, '--quiet'],
    { encoding: 'utf8' },
  );
  return { status, stderr };
}

/** Gives a folder a small file system of its own; false where that is not permitted. */
const mount = (folder: string, ...options: string[]) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', options.join(), 'tmpfs', folder]).status === 0;

it('ends with 2 on a full disk, leaves no torn file, and goes on when there is room', ({ skip }) => {
  const folder = madeFolder();
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  if (!mount(disk, 'size=300k')) skip('needs the right to mount');
  try {
    writeSmallInputs(join(folder, 'in'), FILES, FILES + 1);
    const full = extract(folder, join(disk, 'out'));
    expect(full).toMatchObject({ status: 2, stderr: expect.stringContaining('(ENOSPC). The disk is full') as string });
    expect(filesIn(join(disk, 'out')).filter((file) => !file.startsWith('.zipingbiao/'))).toEqual([]);
    mount(disk, 'remount', 'size=100m');
    expect(extract(folder, join(disk, 'out'))).toEqual({ status: 0, stderr: '' });
    extract(folder, join(folder, 'whole'));
    expect(outputOf(join(disk, 'out'))).toEqual(outputOf(join(folder, 'whole')));
  } finally {
    spawnSync('umount', [disk]);
  }
});

it.skipIf(process.getuid?.() === 0)('ends with 2 in a folder that can’t be written, and says so', () => {
  const folder = madeFolder();
  writeSmallInputs(join(folder, 'in'), 1, 2);
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o500 });
  expect(extract(folder, closed)).toMatchObject({ status: 2, stderr: expect.stringContaining('EACCES') as string });
});
