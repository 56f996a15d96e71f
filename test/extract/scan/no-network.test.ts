import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fixturePath } from '../../made/expected-forms.js';
import { madeFolder } from '../../made/folder.js';

/** Calls Node without a network; all processes and threads that it starts are without it too. */
function callWithoutNetwork(...argv: string[]) {
  const notes = join(madeFolder(), 'notes');
  const NODE_OPTIONS = '--import tsx --import ./test/made/no-network.mjs';
  const env = { ...process.env, NODE_OPTIONS, NETWORK_NOTES: notes };
  const { status, stdout } = spawnSync(process.execPath, argv, { env, encoding: 'utf8' });
  return { status, stdout, notes: existsSync(notes) ? readFileSync(notes, 'utf8') : '' };
}

it.each(["fetch('http://127.0.0.1:9')", "require('net').connect(9)", "require('https').get('https://127.0.0.1:9')"])(
  'a process without a network is told of by its %s',
  (program) => {
    const { status, notes } = callWithoutNetwork('-e', program);
    expect([status, notes]).toEqual([1, expect.stringContaining('the network was asked for')]);
  },
);

it('scans are read without a network', { timeout: 60_000 }, () => {
  const scan = fixturePath('scan/09-yuan.300-tiff.tif');
  const to = ['--format', 'jsonl', '--output', '-', '--jobs', '0'];
  const { status, stdout, notes } = callWithoutNetwork('src/cli/main.ts', 'extract', scan, ...to);
  expect([status, notes]).toEqual([0, '']);
  expect(stdout).toContain('"by":"ppocr"');
  expect(stdout).toContain('"by":"tesseract"');
});
