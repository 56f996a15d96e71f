/**
 * Draws up the account of every character of every form in files and folders: what became of it, and where the account breaks:
 * `npx tsx scripts/measure-account.ts [PATH…] [--damage ROUNDS] [--fuzz MUTANTS] [--show K]`
 *
 * Without a path: the fixtures, and the published forms where they are at hand. `--damage`: the forms that the damage script damages, too;
 * `--fuzz`: the texts and PDFs that the fuzz script mutates. Exit 1 where a character of a form is in no field, under no label, in no header and in no finding.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDocument } from '../src/extract/open.js';
import { Failure } from '../src/schema/failure.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';
import type { DocumentSource } from '../src/extract/source/byte-source.js';
import type { Sheet } from '../src/schema/sheet.js';
import { balanceOf, type Balance } from './account/balance.js';
import { damaged, damageSources } from './damage/damaged-texts.js';
import { DAMAGES } from './damage/damages.js';
import { randomFrom } from './damage/random.js';
import { baseFiles, writeMutants } from './fuzz/mutants.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    damage: { type: 'string', default: '0' },
    fuzz: { type: 'string', default: '0' },
    show: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    data: { type: 'string', default: join('..', 'shared', 'data') },
  },
});

/** Scans take long: the words of a scan are a text's as soon as its readers gave them. */
const READ = /\.(?:md|txt|html?|pdf)$/i;
const filesIn = (path: string): string[] =>
  !statSync(path).isDirectory()
    ? [path]
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && READ.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .toSorted();

/** Seeds of the rounds lie this far apart. */
const ROUND_SEED = 7919;

async function sheetsOf(source: DocumentSource): Promise<Sheet[]> {
  const document = await openDocument(source, DEFAULT_LIMITS);
  const sheets: Sheet[] = [];
  for await (const sheet of document.sheets()) sheets.push(sheet);
  return sheets;
}

type Sum = {
  documents: number;
  refused: number;
  forms: number;
  printed: number;
  outside: number;
  exceptions: number;
} & Record<string, number>;
const newSum = (): Sum => ({ documents: 0, refused: 0, forms: 0, printed: 0, outside: 0, exceptions: 0 });
const OWNERS = ['field', 'label', 'header', 'other', 'repeated', 'told', 'unplaced', 'signs'] as const;
let shown = Number(values.show);

function addTo(sum: Sum, balance: Balance, name: string): void {
  sum.documents += 1;
  sum.forms += balance.forms;
  sum.printed += balance.printed;
  sum.outside += balance.outside;
  sum.exceptions += balance.exceptions.length;
  for (const owner of OWNERS) {
    const characters = owner === 'unplaced' || owner === 'signs' ? balance[owner] : (balance.byOwner[owner] ?? 0);
    sum[owner] = (sum[owner] ?? 0) + characters;
  }
  for (const exception of balance.exceptions.slice(0, Math.max(0, shown))) console.log(`  ${name}: ${exception}`);
  shown -= balance.exceptions.length;
}

async function account(sum: Sum, source: DocumentSource, name: string): Promise<void> {
  try {
    addTo(sum, balanceOf(await sheetsOf(source)), name);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    sum.refused += 1;
  }
}

let broken = 0;
const row = (cells: readonly (string | number)[]) => cells.map((cell) => String(cell).padStart(10)).join('');
function print(name: string, sum: Sum): void {
  broken += sum.exceptions;
  const owners = OWNERS.map((owner) => sum[owner] ?? 0);
  console.log(
    `${row([sum.documents, sum.refused, sum.forms, sum.printed, ...owners, sum.outside, sum.exceptions])}  ${name}`,
  );
}
console.log(`${row(['documents', 'refused', 'forms', 'printed', ...OWNERS, 'outside', 'exceptions'])}  where`);

const here = join(import.meta.dirname, '..');
const own = ['fixtures/forms', 'fixtures/pdf'].map((folder) => join(here, folder));
const shared = ['putuo-2023', 'other-issuers', 'published-text', 'pdf-cases']
  .map((folder) => join(values.data, folder))
  .filter(existsSync);
for (const path of positionals.length > 0 ? positionals : [...own, ...shared]) {
  const sum = newSum();
  for (const file of filesIn(path)) await account(sum, { path: file }, file);
  print(path, sum);
}

const rounds = Number(values.damage);
if (rounds > 0) {
  const names = Object.keys(DAMAGES);
  const sum = newSum();
  for (let round = 0; round < rounds; round += 1)
    for (const { name, text } of damageSources(values.data)) {
      const random = randomFrom(Number(values.seed) * ROUND_SEED + round);
      await account(sum, { bytes: new TextEncoder().encode(damaged(text, random, names)), name: 'damaged.md' }, name);
    }
  print(`damaged ${rounds} times`, sum);
}

const mutants = Number(values.fuzz);
if (mutants > 0) {
  const folder = mkdtempSync(join(tmpdir(), 'zipingbiao-account-'));
  const sum = newSum();
  try {
    writeMutants(folder, mutants, Number(values.seed), await baseFiles());
    for (const file of filesIn(folder)) await account(sum, { path: file }, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  print(`${mutants} mutants`, sum);
}
process.exitCode = broken === 0 ? 0 : 1;
