/**
 * Edits one thing at a time in true forms, and lists the numbers that come out wrong without a word, by the kind of edit:
 * `npx tsx scripts/measure-edits.ts --edits 54000 --seed 1`
 *
 * An edit changes what the form prints, so it changes the truth. A number is silent where the record's value is not what the edited form
 * prints in that cell, and no error or warning points at the field or its parent. Per kind of edit:
 *
 * - A text that is cut, blanked, copied or misspelled is what it says now: a cell that still holds one number is that number, a blank one or
 *   a dash is none, anything else must be told. Two cells that are swapped hold each other's texts.
 * - Where a row's cells move (a cell dropped, put in, merged, split off), a field may be read at its column or as its cell was before. Two
 *   numbers in one cell are no number: they are parted again as they were, or told.
 * - A row that is printed twice is there twice; one that is dropped is gone, and the others are as they were.
 * - Heads that are exchanged exchange what stands under them. Columns that change places with their heads change nothing. A column without
 *   a head is as it was, or told.
 * - A target or result is right where it has the printed digits in their order and its value is one of the printed numbers or none.
 *
 * `elsewhere`: numbers of a row that is missing in the record, where only a neighbour's finding speaks of it. `invented`: rows with points
 * that the form hasn't. `--only TEXT` takes some kinds, `--show K` prints K examples of each. Exit 1 where anything is silent or invented.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from './damage/random.js';
import { COLUMN_EDITS } from './edits/column-edits.js';
import { isWhollyPlaced, unedited, type Edit } from './edits/edited-form.js';
import { judgeEdit } from './edits/judge-edit.js';
import { MOVE_EDITS } from './edits/move-edits.js';
import { ROW_EDITS } from './edits/row-edits.js';
import { TEXT_EDITS } from './edits/text-edits.js';
import { recordOf, written, type Shape } from './spellings/trial.js';
import { trueForms } from './spellings/true-forms.js';

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '54000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    show: { type: 'string', default: '0' },
    data: { type: 'string', default: join('..', 'shared', 'data') },
  },
});

const SHAPES: readonly Shape[] = ['tab', 'pipe', 'html'];
/** Where an edit finds no place in a form, another form is taken: so many for each edit at most. */
const MOST_TRIES = 20;

const forms = trueForms(values.data, (line) => process.stderr.write(line)).filter(isWhollyPlaced);
const { only } = values;
const KINDS = Object.entries({ ...TEXT_EDITS, ...MOVE_EDITS, ...ROW_EDITS, ...COLUMN_EDITS }).filter(
  ([name]) => only === undefined || name.includes(only),
);
const COLUMNS = ['edits', 'numbers', 'told', 'silent', 'elsewhere', 'invented'] as const;
type Row = Record<(typeof COLUMNS)[number], number>;

/** Edits of one kind, each of a form by chance. */
async function measure(name: string, edit: Edit, count: number, seed: number): Promise<Row> {
  const random = randomFrom(seed);
  const row: Row = { edits: 0, numbers: 0, told: 0, silent: 0, elsewhere: 0, invented: 0 };
  let shown = 0;
  for (let tries = 0; row.edits < count && tries < MOST_TRIES * count; tries++) {
    const form = random.pick(forms);
    const shape = random.pick(SHAPES);
    const edited = edit(unedited(form), random);
    if (!edited) continue;
    const record = await recordOf(written(edited.rows, shape));
    const { numbers, told, untold } = judgeEdit(edited, record);
    row.edits += 1;
    row.numbers += numbers;
    row.told += told;
    for (const { how, field, path, held } of untold) {
      row[how] += 1;
      if (shown >= Number(values.show)) continue;
      shown += 1;
      const findings = record?.findings.map(({ code, severity, path: at }) => `${severity} ${code} ${at}`) ?? [
        'no form',
      ];
      console.log(
        `  ${name} | ${form.name} ${shape} | ${how} ${field}${path === field ? '' : ` (${path})`} | ${edited.done} | held ${JSON.stringify(held)} | ${findings.slice(0, 8).join('; ') || 'no finding'}`,
      );
    }
  }
  return row;
}

const line = (name: string, cells: readonly (string | number)[]) =>
  `${cells.map((cell) => String(cell).padStart(9)).join(' ')}  ${name}`;

console.log(line('edit', COLUMNS));
const total: Row = { edits: 0, numbers: 0, told: 0, silent: 0, elsewhere: 0, invented: 0 };
for (const [index, [name, edit]] of KINDS.entries()) {
  const count = Math.ceil(Number(values.edits) / KINDS.length);
  const row = await measure(name, edit, count, Number(values.seed) * 1_000_003 + index);
  for (const column of COLUMNS) total[column] += row[column];
  console.log(
    line(
      name,
      COLUMNS.map((column) => row[column]),
    ),
  );
}
console.log(
  line(
    'together',
    COLUMNS.map((column) => total[column]),
  ),
);
process.exitCode = total.silent + total.invented === 0 ? 0 : 1;
