import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openManifest } from '../../src/emit/manifest.js';
import { createStagedFile } from '../../src/emit/files/staged-file.js';
import { Manifest } from '../../src/schema/manifest.js';
import { madeFolder, textOf } from '../made/folder.js';
import { madeReport } from '../made/report.js';

it.each([[[]], [[madeReport()]], [[madeReport(), madeReport({ path: '乙"\n.md' })]]])(
  'is the manifest of its inputs, written one after the other',
  (inputs) => {
    const path = join(madeFolder(), 'manifest.json');
    const manifest = openManifest(createStagedFile(path), { version: '1.2.3', options: { csv: 'plain' } });
    for (const report of inputs) manifest.add(report);
    manifest.close();
    expect(Manifest.parse(JSON.parse(textOf(path)))).toEqual({ version: '1.2.3', options: { csv: 'plain' }, inputs });
  },
);
