/** Misreads numbers of true forms as readers of their scans would, and reports how many are repaired, flagged, or pass unseen. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { digitize } from '../src/digitize/digitize.js';
import type { SelfEvaluation } from '../src/schema/record.js';
import { randomFrom } from './damage/random.js';
import { noOutcome, trial, WAYS, type Outcome } from './digit-errors/trial.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    data: { type: 'string', default: join('..', 'shared', 'data') },
  },
});

/** The fixtures of issuers, none of them damaged; those that follow are the same forms damaged. */
const UNDAMAGED = /^(?:0\d|1\d|20)-.*\.tab\.md$/;

/** Forms that are read right from their texts: the project's fixtures, and published ones where they are at hand. */
async function trueRecords(): Promise<SelfEvaluation[]> {
  const folder = 'fixtures/forms';
  const published = join(values.data, 'putuo-2023', 'source.md');
  const files = readdirSync(folder)
    .filter((file) => UNDAMAGED.test(file))
    .map((file) => join(folder, file));
  if (existsSync(published)) files.push(published);
  else process.stderr.write(`No published forms at ${published}: only the fixtures are misread.\n`);
  return (await Promise.all(files.map((file) => digitize(file)))).flatMap(({ records }) => records);
}

const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;

function row(way: string, errors: number, outcome: Outcome): string {
  const { misread, kept, repaired, flagged, unseen, noted, wrongRepairs, wrongRepairsUnseen } = outcome;
  const cells = [
    way,
    errors,
    misread,
    `${kept} (${share(kept, misread)})`,
    `${repaired} (${share(repaired, misread)})`,
    `${flagged} (${share(flagged, misread)})`,
    `${unseen} (${share(unseen, misread)})`,
    noted,
    wrongRepairs,
    wrongRepairsUnseen,
    share(outcome.rightFlagged, outcome.right),
  ];
  return `| ${cells.join(' | ')} |`;
}

const records = await trueRecords();
const HEADER = [
  'Who misreads',
  'Errors a form',
  'Misread numbers',
  'Right reading chosen',
  'Repaired',
  'Wrong, flagged',
  'Wrong, unseen',
  'of them with a note',
  'Wrong repairs',
  'of them unseen',
  'Right, but flagged',
];
console.log(`${records.length} forms, ${values.rounds} rounds, seed ${values.seed}\n`);
console.log(`| ${HEADER.join(' | ')} |\n| ${HEADER.map(() => '---').join(' | ')} |`);
const started = process.cpuUsage();
let checked = 0;
for (const way of WAYS) {
  for (const errors of [0, 1, 2, 3]) {
    const outcome = noOutcome();
    for (let round = 0; round < Number(values.rounds); round++) {
      const random = randomFrom(Number(values.seed) * 1_000_003 + round * 7919 + errors * 31 + way.length);
      for (const record of records) trial(record, errors, way, random, outcome);
    }
    checked += outcome.forms;
    console.log(row(way, errors, outcome));
  }
}
const { user, system } = process.cpuUsage(started);
console.log(`\n${((user + system) / 1_000 / checked).toFixed(2)} ms of processor time a form`);
