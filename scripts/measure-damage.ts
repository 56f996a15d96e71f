import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openForms } from '../src/digitize.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';
import type { SelfEvaluation } from '../src/schema/record.js';
import { DAMAGES } from './damage/damages.js';
import { randomFrom, type Random } from './damage/random.js';
import { pairForms, scoreForm, type FieldResult, type Truth } from './scoring.js';

/** Damages true forms at random and reports what is recovered, and what is wrong without a finding that says so. */

interface Source {
  readonly name: string;
  readonly text: string;
  readonly truths: readonly Truth[];
}

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '0' },
    only: { type: 'string' },
    data: { type: 'string', default: join('..', 'shared', 'data') },
  },
});

const readTruth = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Truth[];

/** Tab-separated forms with their truths: the project's fixtures, and published ones where they are at hand. */
function sources(): Source[] {
  const folder = 'fixtures/forms';
  const own = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.tab.md')) : [];
  const found = own.map((file) => ({
    name: file,
    text: readFileSync(join(folder, file), 'utf8'),
    truths: readTruth(join('fixtures/expected', `${basename(file, '.tab.md')}.json`)),
  }));
  const published = join(values.data, 'putuo-2023');
  if (existsSync(published))
    found.push({
      name: 'published',
      text: readFileSync(join(published, 'source.md'), 'utf8'),
      truths: readTruth(join(published, 'gold.json')),
    });
  else process.stderr.write(`No published forms at ${published}: only the fixtures are damaged.\n`);
  return found;
}

const TITLE = /^#{0,3}\s*.*自评表\s*$/;

/** Each form of a document is damaged on its own, one to three times. */
function damaged(text: string, random: Random, names: readonly string[]): string {
  const forms: string[][] = [[]];
  for (const line of text.split('\n')) {
    if (TITLE.test(line)) forms.push([]);
    forms.at(-1)?.push(line);
  }
  return forms
    .map((form) => {
      let lines: string[] = form;
      for (let i = 1 + random.int(3); i > 0; i--) lines = DAMAGES[random.pick(names)]?.(lines, random) ?? lines;
      return lines.join('\n');
    })
    .join('\n');
}

async function recordsOf(text: string): Promise<SelfEvaluation[]> {
  const document = await openForms(
    { bytes: new TextEncoder().encode(text), name: 'damaged.md' },
    { limits: DEFAULT_LIMITS },
  );
  const records: SelfEvaluation[] = [];
  for await (const event of document.events()) if (event.type === 'form') records.push(event.record);
  return records;
}

const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;

function report(name: string, results: readonly FieldResult[]): void {
  const numbers = results.filter(({ isNumber }) => isNumber);
  const count = (all: readonly FieldResult[], test: (one: FieldResult) => boolean) => all.filter(test).length;
  const row = (label: string, all: readonly FieldResult[]) =>
    `${name.padEnd(18)} ${label.padEnd(8)} ${String(all.length).padStart(8)} fields, right ${share(
      count(all, ({ right }) => right),
      all.length,
    ).padStart(8)}, wrong and silent ${String(count(all, ({ silent }) => silent)).padStart(5)} (${share(
      count(all, ({ silent }) => silent),
      all.length,
    )})`;
  console.log(row('all', results));
  console.log(row('numbers', numbers));
}

const names = values.only === undefined ? Object.keys(DAMAGES) : values.only.split(',');
const all = sources();
let shown = Number(values.show);
const total: FieldResult[] = [];
for (const name of [...names.map((one) => [one]), names]) {
  const results: FieldResult[] = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const source of all) {
      const random = randomFrom(Number(values.seed) * 1_000_003 + round * 7919 + name.length);
      const text = damaged(source.text, random, name);
      for (const [truth, record] of pairForms(await recordsOf(text), source.truths)) {
        const fields = scoreForm(record, truth);
        results.push(...fields);
        for (const field of fields) {
          if (!field.silent || shown <= 0) continue;
          shown -= 1;
          console.log(
            `${name.length === 1 ? name[0] : 'together'} round ${round} ${source.name} #${truth.index} ${field.path}: want ${JSON.stringify(field.want)} got ${JSON.stringify(field.got)}`,
          );
        }
      }
    }
  }
  report(name.length === 1 ? (name[0] ?? '') : 'together', results);
  for (const result of results) total.push(result);
}
const silentNumbers = total.filter(({ isNumber, silent }) => isNumber && silent).length;
console.log(`wrong numbers without a finding: ${silentNumbers}`);
process.exitCode = silentNumbers === 0 ? 0 : 1;
