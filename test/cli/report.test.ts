import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { call } from '../made/call.js';
import { filesIn, madeFolder, textOf } from '../made/folder.js';

it('writes the report of an earlier run, as the run itself would have', async () => {
  const folder = madeFolder();
  const [input, output] = [join(folder, 'in'), join(folder, 'out')];
  mkdirSync(input);
  for (const name of ['2-forms.md', 'defect.md']) writeFileSync(join(input, name), '');
  await call(['extract', input, '-o', output, '--format', 'jsonl,report']);
  const own = textOf(output, 'report.html');
  const { code, stderr } = await call(['report', output, '--output', join(folder, 'later.html')]);
  expect([code, stderr]).toEqual([0, `Written to ${join(folder, 'later.html')}\n`]);
  expect(textOf(folder, 'later.html')).toBe(own);
  expect((await call(['report', output, '--quiet'])).stderr).toBe('');
  expect(filesIn(output)).toContain('report.html');
});

it('wants the results of a run', async () => {
  const { code, stderr } = await call(['report', madeFolder()]);
  expect(code).toBe(2);
  expect(stderr).toContain('does not hold the results of a run');
});
