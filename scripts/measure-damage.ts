import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openForms } from '../src/digitize/digitize.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';
import type { SelfEvaluation } from '../src/schema/record.js';
import { damaged, damageSources } from './damage/damaged-texts.js';
import { DAMAGES } from './damage/damages.js';
import { randomFrom } from './damage/random.js';
import { pairForms, scoreForm, type FieldResult } from './scoring.js';

/** Damages true forms at random and reports what is recovered, and what is wrong without a finding that says so. */

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '0' },
    only: { type: 'string' },
    data: { type: 'string', default: join('..', 'shared', 'data') },
  },
});

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
const all = damageSources(values.data);
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
