import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { openFolderOutput } from '../../src/emit/output/folder-output.js';
import { OutputOptions } from '../../src/emit/output/output.js';
import { filesIn, madeFolder, textOf } from '../made/folder.js';
import { madeForm } from '../made/form.js';

const HEAD = { version: '0', options: {} };
const good = (folder: string) =>
  filesIn(folder)
    .filter((file) => !file.startsWith('.'))
    .map((file) => [file, textOf(folder, file)]);

it('a run that is killed leaves the last good output, and the next run cleans up', async () => {
  const folder = madeFolder();
  const output = openFolderOutput(folder, OutputOptions.parse({}), HEAD);
  await output.write(madeForm(1));
  await output.finish({ complete: true });
  const before = good(folder);

  const run = spawn(process.execPath, ['--import', 'tsx', 'test/made/endless-run.ts', folder]);
  await once(run.stdout, 'data');
  run.kill('SIGKILL');
  await once(run, 'exit');
  expect(filesIn(folder).some((file) => /^\.zipingbiao-.*killed\.json$/.test(file))).toBe(true);
  expect(good(folder)).toEqual(before);

  openFolderOutput(folder, OutputOptions.parse({}), HEAD).discard();
  expect(filesIn(folder)).toEqual(before.map(([file]) => file));
});
