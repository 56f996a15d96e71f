import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openFolderOutput } from '../../../src/emit/output/folder-output.js';
import { OutputError } from '../../../src/emit/files/output-error.js';
import { OutputOptions } from '../../../src/emit/output/output.js';
import { filesIn, madeFolder } from '../../made/folder.js';
import { madeForm } from '../../made/form.js';

const LOOK_MILLISECONDS = 20;
const TEXT_BYTES = 16_000;
const incompressible = () => randomBytes(TEXT_BYTES).toString('hex');
const WORKBOOK = 'zipingbiao.xlsx';
const open = (folder: string) =>
  openFolderOutput(folder, OutputOptions.parse({ formats: ['xlsx'] }), { version: '0', options: {} });

async function writeGood(folder: string): Promise<Buffer> {
  const output = open(folder);
  await output.write(madeForm(1));
  await output.finish({ complete: true });
  return readFileSync(join(folder, WORKBOOK));
}

/** The processes that make a workbook into a folder below the given one, on Linux. */
function makersOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'latin1').split('\0');
        return words.some((word) => word.includes('maker-child')) && words.includes(String(parent));
      } catch {
        return false;
      }
    });
}

async function makerOf(parent: number): Promise<number> {
  for (;;) {
    const [maker] = makersOf(parent);
    if (maker !== undefined) return maker;
    await setTimeout(LOOK_MILLISECONDS);
  }
}

it.skipIf(process.platform !== 'linux')(
  'a killed run leaves the last good workbook, and nothing that goes on',
  async () => {
    const folder = madeFolder();
    const good = await writeGood(folder);
    const run = spawn(process.execPath, ['--import', 'tsx', 'test/made/workbook-run.ts', folder]);
    const maker = await makerOf(run.pid ?? 0);
    run.kill('SIGKILL');
    await once(run, 'exit');
    expect(readFileSync(join(folder, WORKBOOK)).equals(good)).toBe(true);
    while (makersOf(run.pid ?? 0).includes(maker)) await setTimeout(LOOK_MILLISECONDS);
    open(folder).discard();
    expect(filesIn(folder)).toEqual(['manifest.json', WORKBOOK]);
  },
);

it.skipIf(process.platform !== 'linux')(
  'where its process is killed, the run ends and the last good one stays',
  async () => {
    const folder = madeFolder();
    const good = await writeGood(folder);
    const output = open(folder);
    await output.write(madeForm(2));
    const finished = output.finish({ complete: true });
    finished.catch(() => undefined);
    process.kill(await makerOf(process.pid), 'SIGKILL');
    await expect(finished).rejects.toThrow(OutputError);
    output.discard();
    expect(readFileSync(join(folder, WORKBOOK)).equals(good)).toBe(true);
    expect(filesIn(folder)).toEqual(['manifest.json', WORKBOOK]);
  },
);

it('a full disk leaves the last good workbook', async ({ skip }) => {
  const disk = join(madeFolder(), 'disk');
  mkdirSync(disk);
  const mount = (options: string) => spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]).status === 0;
  if (!mount('size=100m')) skip('needs the right to mount');
  try {
    const good = await writeGood(disk);
    const output = open(disk);
    const { indicators } = madeForm(2);
    await output.write(madeForm(2, { indicators: indicators.map((row) => ({ ...row, deviation: incompressible() })) }));
    const rows = indicators.length * TEXT_BYTES * 2; // as hex digits
    expect(mount(`remount,size=${good.length + rows + 64 * 1024}`)).toBe(true); // room for the rows, not for the workbook
    await expect(output.finish({ complete: true })).rejects.toMatchObject({ code: 'ENOSPC' });
    output.discard();
    expect(readFileSync(join(disk, WORKBOOK)).equals(good)).toBe(true);
  } finally {
    spawnSync('umount', [disk]);
  }
});
