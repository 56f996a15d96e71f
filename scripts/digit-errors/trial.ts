import { check } from '../../src/check/record/check.js';
import { numberLeaves } from '../../src/check/leaves.js';
import type { SelfEvaluation } from '../../src/schema/record.js';
import type { Random } from '../damage/random.js';
import { isFlagged } from '../scoring.js';
import { misreading } from './misreading.js';
import { printedNumbers, scanned, type Misread } from './scan.js';

/** Who makes the errors: of two readers, one at a time, both alike, both in their own way; or the only one there is. */
export const WAYS = ['one of two', 'both alike', 'both, each its own way', 'the only reader'] as const;
export type Way = (typeof WAYS)[number];

/** What became of the misread numbers of some forms, and of the others. */
export interface Outcome {
  forms: number;
  /** Numbers that were misread. */
  misread: number;
  /** Of them, right in the end: `kept` where the chosen reading was the right one, `repaired` where it was not. */
  kept: number;
  repaired: number;
  /** Wrong in the end, with a finding that says so, and without. */
  flagged: number;
  unseen: number;
  /** Of the unseen: a note says that no identity proves the number. */
  noted: number;
  /** Numbers that a repair made wrong, or left wrong with another value; and those of them that no finding names. */
  wrongRepairs: number;
  wrongRepairsUnseen: number;
  /** Numbers that are right and have a finding, of all that are right. */
  rightFlagged: number;
  right: number;
}

export const noOutcome = (): Outcome => ({
  forms: 0,
  misread: 0,
  kept: 0,
  repaired: 0,
  flagged: 0,
  unseen: 0,
  noted: 0,
  wrongRepairs: 0,
  wrongRepairsUnseen: 0,
  rightFlagged: 0,
  right: 0,
});

/** What each reader gives for the misread numbers. */
function readersOf(printed: readonly { path: string; text: string }[], way: Way, random: Random): Misread[] {
  const readers = [new Map<string, string>(), new Map<string, string>()];
  for (const { path, text } of printed) {
    const wrong = misreading(text, random);
    const who = way === 'the only reader' ? 0 : random.int(2);
    if (way === 'both alike') for (const reader of readers) reader.set(path, wrong);
    else if (way === 'both, each its own way')
      [wrong, misreading(text, random, wrong)].forEach((one, index) => readers[index]?.set(path, one));
    else readers[who]?.set(path, wrong);
  }
  return way === 'the only reader' ? readers.slice(0, 1) : readers;
}

/** Makes `errors` numbers of a true record wrong, checks it, and adds what became of them to the outcome. */
export function trial(truth: SelfEvaluation, errors: number, way: Way, random: Random, outcome: Outcome): void {
  const printed = printedNumbers(truth);
  const chosen = new Set<string>();
  while (chosen.size < Math.min(errors, printed.length)) chosen.add(random.pick(printed).path);
  const read = scanned(
    truth,
    readersOf(
      printed.filter(({ path }) => chosen.has(path)),
      way,
      random,
    ),
  );
  const checked = check(read);
  const valuesOf = (record: SelfEvaluation) => new Map(numberLeaves(record).map(({ path, value }) => [path, value]));
  const [before, after] = [valuesOf(read), valuesOf(checked)];
  const repaired = new Set(checked.repairs.map(({ path }) => path));
  outcome.forms += 1;
  for (const { path, value } of printed) {
    const right = after.get(path) === value;
    const flagged = isFlagged(checked.findings, path);
    if (right) outcome.right += 1;
    if (right && flagged) outcome.rightFlagged += 1;
    if (!right && repaired.has(path)) outcome.wrongRepairs += 1;
    if (!right && repaired.has(path) && !flagged) outcome.wrongRepairsUnseen += 1;
    if (!right && !chosen.has(path) && !flagged) outcome.unseen += 1;
    if (!chosen.has(path)) continue;
    outcome.misread += 1;
    if (right && before.get(path) === value) outcome.kept += 1;
    else if (right) outcome.repaired += 1;
    else if (flagged) outcome.flagged += 1;
    else {
      outcome.unseen += 1;
      if (checked.findings.some((finding) => finding.path === path)) outcome.noted += 1;
    }
  }
}
