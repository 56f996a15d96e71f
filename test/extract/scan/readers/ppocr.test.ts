import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { filesIn, madeFolder } from '../../../made/folder.js';

it('ONNX Runtime notes nothing about its use', () => {
  const program =
    "import('./src/extract/scan/readers/ppocr.ts').then(({ openPpocr }) => openPpocr()).then((engine) => engine.close())";
  const folder = madeFolder();
  const env = { ...process.env, TMPDIR: folder };
  expect(spawnSync(process.execPath, ['--import', 'tsx', '-e', program], { env }).status).toBe(0);
  expect(filesIn(folder).filter((file) => !file.startsWith('tsx-'))).toEqual([]);
});
