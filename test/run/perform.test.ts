import { join } from 'node:path';
import { expect, it } from 'vitest';
import { perform } from '../../src/run/perform.js';
import type { Reader } from '../../src/run/reader.js';
import { readResult } from '../../src/run/result-file.js';
import type { Task } from '../../src/run/task.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';
import { ReadingOptions } from '../../src/schema/reading-options.js';
import { MADE_READER } from '../made/documents.js';
import { madeFolder } from '../made/folder.js';
import { sha256Of } from '../made/form.js';

it.each(['read', 'pages', 'assemble'] as const)('opens a document under the options of its %s task', async (type) => {
  const folder = madeFolder();
  const asked: unknown[] = [];
  const reader: Reader = {
    ...MADE_READER,
    open(source, options) {
      asked.push(options);
      return MADE_READER.open(source, options);
    },
  };
  const options = {
    limits: { ...DEFAULT_LIMITS, rowsPerForm: 9 },
    reading: ReadingOptions.parse({ ocr: 'none', dpi: 200 }),
  };
  const content = { path: '1-form.md', name: '1-form.md', sha256: sha256Of('1-form.md'), ...options };
  const result = join(folder, 'a.result');
  const firstPages = { path: join(folder, 'a.pages'), isThere: false };
  const tasks: Readonly<Record<typeof type, Task>> = {
    read: { type: 'read', ...content, result, firstPages },
    pages: { type: 'pages', ...content, from: 1, to: 2, readings: firstPages.path },
    assemble: { type: 'assemble', ...content, readings: [], result, millisecondsBefore: 0 },
  };
  await perform(tasks[type], reader, () => undefined);
  expect(asked).toEqual([options]);
});

it('gives nothing of a document that has changed since it was hashed', async () => {
  const folder = madeFolder();
  const [result, pages] = [join(folder, 'a.result'), join(folder, 'a.pages')];
  const under = { limits: DEFAULT_LIMITS, reading: ReadingOptions.parse({}) };
  const content = { path: '1-form.md', name: '1-form.md', sha256: sha256Of('before'), ...under };
  const firstPages = { path: pages, isThere: false };
  const counts = await perform({ type: 'read', ...content, result, firstPages }, MADE_READER, () => undefined);
  expect(counts).toMatchObject({ forms: 0, isLasting: false });
  const lines: unknown[] = [];
  for await (const line of readResult(result)) lines.push(line);
  expect(lines).toMatchObject([{ type: 'end', reason: { code: 'changed-while-read' } }]);
});
