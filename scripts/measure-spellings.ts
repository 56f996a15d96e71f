/**
 * Writes the numbers, units, targets, results and heads of true forms another way, one spelling at a time, and says what becomes of them:
 * `npx tsx scripts/measure-spellings.ts`
 *
 * right: the record holds what is printed. told: it doesn't, and an error or warning points at the field or its parent (a note, where a
 * note is enough). silent: it doesn't, and nothing does. beside: fields of the same forms that were not rewritten and are now silent.
 * A spelling is tried on all cells that it fits, on each column, on a row and on a single cell; the trials come as tabs, pipes and HTML by
 * turns, with `--every-shape` each in every shape.
 *
 * `--sample N` takes N trials of each spelling by chance (`--seed`), `--only TEXT` the spellings or groups that hold the text, `--show K`
 * prints K silent ones of each spelling, `--shapes tab,html` some shapes. Exit 1 where anything is silent.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from './damage/random.js';
import { expectationsOf } from './spellings/expectation.js';
import { HEADER_SPELLINGS } from './spellings/header-spellings.js';
import { judge } from './spellings/judge.js';
import { NUMBER_SPELLINGS } from './spellings/number-spellings.js';
import { SWAPS } from './spellings/swaps.js';
import { recordOf, written, type Shape, type Spelling, type Trial } from './spellings/trial.js';
import { trueForms } from './spellings/true-forms.js';
import type { TrueForm } from './spellings/true-form.js';
import { UNIT_SPELLINGS } from './spellings/unit-spellings.js';
import { VALUE_SPELLINGS } from './spellings/value-spellings.js';

const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    show: { type: 'string', default: '0' },
    shapes: { type: 'string', default: 'tab,pipe,html' },
    'every-shape': { type: 'boolean', default: false },
    data: { type: 'string', default: join('..', 'shared', 'data') },
  },
});

interface Row {
  trials: number;
  right: number;
  told: number;
  silent: number;
  beside: number;
}

const SPELLINGS = [...NUMBER_SPELLINGS, ...UNIT_SPELLINGS, ...VALUE_SPELLINGS, ...HEADER_SPELLINGS, ...SWAPS];
const shapes = values.shapes.split(',') as Shape[];
const forms = trueForms(values.data, (line) => process.stderr.write(line));

/** The trials of a spelling on all forms in all shapes, or as many of them as are asked for. */
function trialsOf(spelling: Spelling): { form: TrueForm; trial: Trial; shape: Shape }[] {
  const random = randomFrom(Number(values.seed));
  const trials = forms.flatMap((form) => spelling.trials(form, random).map((trial) => ({ form, trial })));
  const all = trials.flatMap(({ form, trial }, index) =>
    shapes
      .filter((_, at) => values['every-shape'] || at === index % shapes.length)
      .map((shape) => ({ form, trial, shape })),
  );
  if (values.sample === undefined) return all;
  return Array.from({ length: Math.min(all.length, Number(values.sample)) }, () => {
    const [taken] = all.splice(random.int(all.length), 1);
    return taken;
  }).filter((one) => one !== undefined);
}

async function measure(spelling: Spelling): Promise<Row> {
  const row: Row = { trials: 0, right: 0, told: 0, silent: 0, beside: 0 };
  let shown = 0;
  for (const { form, trial, shape } of trialsOf(spelling)) {
    const record = await recordOf(written(trial.rows, shape));
    const expected = new Map([...expectationsOf(form.truth), ...(trial.beside ?? []), ...trial.rewritten]);
    row.trials += 1;
    for (const [path, { path: at, verdict, held }] of judge(record, form.truth, expected)) {
      const isRewritten = trial.rewritten.has(path);
      if (isRewritten) row[verdict] += 1;
      else if (verdict === 'silent') row.beside += 1;
      if (verdict !== 'silent' || shown >= Number(values.show)) continue;
      shown += 1;
      const findings = record?.findings.map(({ code, severity, path: where }) => `${severity} ${code} ${where}`) ?? [];
      console.log(
        `  ${spelling.name} | ${form.name} ${shape} | ${path}${at === path ? '' : ` (${at})`}${isRewritten ? '' : ', beside'} | printed ${JSON.stringify(trial.printed)} | held ${JSON.stringify(held)} | ${findings.slice(0, 6).join('; ') || 'no finding'}`,
      );
    }
  }
  return row;
}

const COLUMNS = ['trials', 'right', 'told', 'silent', 'beside'] as const;
const line = (group: string, name: string, cells: readonly (string | number)[]) =>
  `${group.padEnd(8)} ${cells.map((cell) => String(cell).padStart(7)).join(' ')}  ${name}`;

console.log(line('', 'spelling', COLUMNS));
const { only } = values;
const total: Row = { trials: 0, right: 0, told: 0, silent: 0, beside: 0 };
for (const spelling of SPELLINGS) {
  if (only !== undefined && !spelling.name.includes(only) && spelling.group !== only) continue;
  const row = await measure(spelling);
  for (const column of COLUMNS) total[column] += row[column];
  console.log(
    line(
      spelling.group,
      JSON.stringify(spelling.name).slice(1, -1),
      COLUMNS.map((column) => row[column]),
    ),
  );
}
console.log(
  line(
    '',
    'together',
    COLUMNS.map((column) => total[column]),
  ),
);
process.exitCode = total.silent + total.beside === 0 ? 0 : 1;
