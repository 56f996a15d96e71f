import { join } from 'node:path';
import { expect, it } from 'vitest';
import { perform } from '../../src/run/perform.js';
import type { Reader } from '../../src/run/reader.js';
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
