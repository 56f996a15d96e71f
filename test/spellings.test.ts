import { describe, expect, it } from 'vitest';
import { inCapitals, inPlainNumerals } from '../scripts/spellings/chinese-numerals.js';
import { equals, expectationsOf, mustBeTold, negativeOf, textWith } from '../scripts/spellings/expectation.js';
import { judge } from '../scripts/spellings/judge.js';
import { recordOf, written } from '../scripts/spellings/trial.js';
import { trueForms } from '../scripts/spellings/true-forms.js';
import { withTexts } from '../scripts/spellings/true-form.js';

const forms = trueForms('nowhere', () => undefined);
const form = forms.find(({ name }) => name.startsWith('01-'));

describe('the true forms that are written another way', () => {
  it('says where each number of the first fixture stands', () => {
    expect(form?.cells.slice(0, 4).map(({ path, text }) => `${path} ${text}`)).toEqual([
      'funds[0].initialBudget 480.00',
      'funds[0].annualBudget 512.60',
      'funds[0].executed 498.35',
      'funds[0].weight 10',
    ]);
    expect(form?.cells.filter(({ kind }) => kind === 'amount')).toHaveLength(12);
  });

  it.each(['tab', 'pipe', 'html'] as const)('are read right as they are, as %s', async (shape) => {
    for (const { name, rows, truth } of forms) {
      const judged = judge(await recordOf(written(rows, shape)), truth, expectationsOf(truth));
      const wrong = [...judged].filter(([, { verdict }]) => verdict !== 'right').map(([path]) => path);
      expect([name, wrong]).toEqual([name, []]);
    }
  });
});

describe('judge', () => {
  const executed = 'funds[0].executed';
  const verdictOf = async (text: string, expected = equals(498.35)) => {
    const rows = withTexts(
      form?.rows ?? [],
      (form?.cells ?? []).filter(({ path }) => path === executed).map((cell) => ({ ...cell, text })),
    );
    const record = await recordOf(rows.map((row) => row.join('\t')).join('\n'));
    return form && judge(record, form.truth, new Map([[executed, expected]])).get(executed)?.verdict;
  };

  it('calls right what is printed', async () => {
    expect(await verdictOf('498.35')).toBe('right');
  });

  it('calls told another value at which a finding points', async () => {
    expect(await verdictOf('待定')).toBe('told');
  });

  it('calls silent another value at which none points', async () => {
    expect(await verdictOf('498.35', equals(1))).toBe('silent');
    expect(await verdictOf('498.35', mustBeTold)).toBe('silent');
  });

  it('calls every field of a form that is not found silent', () => {
    expect(form && judge(undefined, form.truth, new Map([[executed, equals(1)]])).get(executed)?.verdict).toBe(
      'silent',
    );
  });
});

describe('expectations', () => {
  it('want a note beside a number below zero', () => {
    expect(negativeOf(5).accepts(-5, true)).toBe(true);
    expect(negativeOf(5).accepts(-5, false)).toBe(false);
  });

  it('want two numbers apart in the text, and neither as the value', () => {
    const held = { text: '95 98', kind: 'text', operator: null, value: null, unit: null } as const;
    expect(textWith('95', '98').accepts(held, false)).toBe(true);
    expect(textWith('95', '98').accepts({ ...held, text: '9598' }, false)).toBe(false);
    expect(textWith('95', '98').accepts({ ...held, kind: 'number', value: 95 }, false)).toBe(false);
  });

  it('know Chinese numerals', () => {
    expect([12, 105, 311].map(inPlainNumerals)).toEqual(['十二', '一百零五', '三百一十一']);
    expect([12, 2000].map(inCapitals)).toEqual(['壹拾贰', '贰仟']);
    expect(inCapitals(1.5)).toBeNull();
  });
});
