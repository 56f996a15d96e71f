/**
 * Writes forms in one format with the built program, and says what it took as JSON: `node write-one.mjs <format> <folder> <forms> <records>`.
 * The records are a file of JSON lines, written again and again under new ids.
 */
import { readFileSync } from 'node:fs';
import { writeFormats } from '../../dist/emit/write-formats.js';

const [format, folder, count, records] = process.argv.slice(2);
const forms = readFileSync(records, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

function* repeated() {
  for (let index = 0; index < Number(count); index++) {
    const form = forms[index % forms.length];
    yield { ...form, id: `${form.id.slice(0, 13)}${String(index + 1).padStart(3, '0')}` };
  }
}

const begin = performance.now();
await writeFormats(repeated(), folder, { formats: [format] });
const seconds = (performance.now() - begin) / 1000;
console.log(JSON.stringify({ seconds }));
