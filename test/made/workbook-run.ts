/** A run that writes a workbook of many forms: `tsx test/made/workbook-run.ts <output folder>`. Says `finishing` when it makes the workbook. */
import { openFolderOutput } from '../../src/emit/output/folder-output.js';
import { OutputOptions } from '../../src/emit/output/output.js';
import { madeForm } from './form.js';

const FORMS = 2_000;

const options = OutputOptions.parse({ formats: ['xlsx'] });
const output = openFolderOutput(process.argv[2] ?? '', options, { version: '0', options: {} });
for (let ordinal = 1; ordinal <= FORMS; ordinal++) await output.write(madeForm(ordinal));
console.log('finishing');
await output.finish({ complete: true });
