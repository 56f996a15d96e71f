import { describe, expect, it } from 'vitest';
import { randomFrom } from '../scripts/damage/random.js';
import { COLUMN_EDITS } from '../scripts/edits/column-edits.js';
import { isWhollyPlaced, unedited, withCells, type EditedForm } from '../scripts/edits/edited-form.js';
import { judgeEdit } from '../scripts/edits/judge-edit.js';
import { printedExpectations } from '../scripts/edits/printed.js';
import { ROW_EDITS } from '../scripts/edits/row-edits.js';
import { recordOf, written } from '../scripts/spellings/trial.js';
import { trueForms } from '../scripts/spellings/true-forms.js';

const forms = trueForms('nowhere', () => undefined).filter(isWhollyPlaced);
const first = forms.find(({ name }) => name.startsWith('01-'));
if (!first) throw new Error('The first fixture is gone: choose another one.');
const form = unedited(first);
const executed = 'funds[0].executed';

/** The form with another text in a field's cell. */
const saying = (text: string): EditedForm =>
  withCells(
    form,
    form.cells.filter(({ path }) => path === executed).map((cell) => ({ ...cell, text })),
    '',
  );
const accepts = (edited: EditedForm, path: string, held: number | null) =>
  printedExpectations(edited).get(path)?.accepts(held, false);

describe('what an edited form prints', () => {
  it.each([
    ['498.3', 498.3],
    ['498.', 498],
    ['', null],
    ['-', null],
    ['1,498.35', 1498.35],
  ])('%s is %s, and nothing else', (text, value) => {
    expect(accepts(saying(text), executed, value)).toBe(true);
    expect(accepts(saying(text), executed, 498.35)).toBe(false);
  });

  it.each(['4 98.35', '498..35', '待定', '498.35 10'])('%s is no number: it must be told', (text) => {
    expect([null, 498.35, 498, 4].map((held) => accepts(saying(text), executed, held))).toEqual(Array(4).fill(false));
  });

  it('follows a row that is dropped or repeated', () => {
    const indexOf = (path: string) => Number(/\d+/.exec(path)?.[0]);
    for (let seed = 1; seed <= 40; seed++) {
      const dropped = ROW_EDITS['drop a row']?.(form, randomFrom(seed));
      const repeated = ROW_EDITS['repeat a row']?.(form, randomFrom(seed));
      for (const edited of [dropped, repeated]) {
        if (!edited) continue;
        const printed = edited.cells
          .filter(({ path }) => /^indicators\[\d+\]\.score$/.test(path))
          .toSorted((a, b) => indexOf(a.path) - indexOf(b.path));
        expect(printed.map(({ row, column }) => Number(edited.rows[row]?.[column]))).toEqual(
          edited.truth.indicators.map(({ score }) => score),
        );
      }
    }
  });

  it('follows heads that are exchanged', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const edited = COLUMN_EDITS['exchange two heads']?.(form, randomFrom(seed));
      if (!edited?.done.includes('年初预算数 ⇄ 全年执行数')) continue;
      expect(accepts(edited, executed, 480)).toBe(true);
      expect(accepts(edited, executed, 498.35)).toBe(false);
    }
  });
});

describe('judgeEdit', () => {
  const judged = async (edited: EditedForm, read = edited) => {
    const { untold } = judgeEdit(edited, await recordOf(written(read.rows, 'tab')));
    return untold.map(({ how, field }) => `${how} ${field}`);
  };

  it('finds nothing silent in a form that is not edited', async () => {
    for (const one of forms) expect([one.name, await judged(unedited(one))]).toEqual([one.name, []]);
  });

  it('finds a number that is not the printed one', async () => {
    // 480 is the initial budget of a row without losses: nothing points at it.
    const wrong = saying('498.36');
    expect(await judged(wrong, form)).toEqual([`silent ${executed}`]);
  });

  it('finds all numbers of a form that is not read at all silent', () => {
    const { numbers, untold } = judgeEdit(form, undefined);
    expect(untold).toHaveLength(numbers);
  });
});
