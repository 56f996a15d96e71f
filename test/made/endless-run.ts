/** A run that never ends, to be killed: `tsx test/made/endless-run.ts <output folder>`. Says `writing` when forms are staged. */
import { openFolderOutput } from '../../src/emit/output/folder-output.js';
import { OutputOptions } from '../../src/emit/output/output.js';
import { madeForm } from './form.js';

const output = openFolderOutput(process.argv[2] ?? '', OutputOptions.parse({}), { version: '0', options: {} });
for (let ordinal = 1; ; ordinal++) {
  await output.write(madeForm(ordinal, { projectName: 'killed' }));
  if (ordinal === 100) console.log('writing');
}
