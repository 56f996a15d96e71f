import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyDecisions } from '../../src/decide/apply-decisions.js';
import { digitize } from '../../src/digitize/digitize.js';
import { FormView } from '../../src/review/api.js';
import { formView } from '../../src/review/view/form-view.js';
import { identityLines } from '../../src/review/view/identity-lines.js';
import type { SelfEvaluation } from '../../src/schema/record.js';
import { decisionOn } from '../decide/decisions.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const files = ['forms', 'pdf'].flatMap((folder) =>
  readdirSync(join(FIXTURES, folder))
    .filter((name) => /\.(?:md|html|txt|pdf)$/.test(name))
    .map((name) => join(folder, name)),
);

/** Every value of a record, as text: what a person must be able to see. */
function valuesOf(record: SelfEvaluation): Map<string, string> {
  const values = new Map<string, string>();
  const add = (path: string, value: string | number | null) => values.set(path, String(value ?? ''));
  const { title, year, projectName, competentDepartment, implementingUnit, currencyUnit } = record;
  const { expectedGoal, actualResult, totalWeight, totalScore, grade } = record;
  const scalars = { title, year, projectName, competentDepartment, implementingUnit, currencyUnit };
  for (const [path, value] of Object.entries({
    ...scalars,
    expectedGoal,
    actualResult,
    totalWeight,
    totalScore,
    grade,
  }))
    add(path, value);
  record.funds.forEach((row, index) => {
    for (const [field, value] of Object.entries(row)) if (field !== 'kind') add(`funds[${index}].${field}`, value);
  });
  record.indicators.forEach(({ target, actual, ...row }, index) => {
    for (const [field, value] of Object.entries(row))
      if (field !== 'ordinal') add(`indicators[${index}].${field}`, value);
    add(`indicators[${index}].target`, target.text);
    add(`indicators[${index}].actual`, actual.text);
  });
  record.other.forEach(({ label, text }, index) => {
    add(`other[${index}].label`, label);
    add(`other[${index}].text`, text);
  });
  return values;
}

describe('the view of a form', () => {
  it.each(files)('%s: holds every value of the record, and every finding', async (file) => {
    const { records } = await digitize(join(FIXTURES, file));
    for (const record of records) {
      const view = FormView.parse(formView(record, []));
      const shown = new Map(view.fields.filter(({ kind }) => kind !== null).map(({ path, text }) => [path, text]));
      expect(shown).toEqual(valuesOf(record));
      const told = view.fields.flatMap(({ findings }) => findings.map(({ code, path }) => `${code} ${path}`));
      expect(told.sort()).toEqual(record.findings.map(({ code, path }) => `${code} ${path}`).sort());
      const flagged = record.findings.filter(({ severity }) => severity !== 'note').map(({ path }) => path);
      expect(new Set(view.flagged)).toEqual(new Set(flagged));
    }
  });
});

describe('identities with their numbers filled in', () => {
  const lineOf = (record: SelfEvaluation, path: string, code: string) => {
    const line = identityLines(record)
      .get(path)
      ?.find((one) => one.code === code);
    return line && line.pieces.map(({ text }) => text).join('') + (line.closes ? ' ✓' : ' ✗');
  };

  it('are sums and rates as a person writes them', async () => {
    const [record] = (await digitize(join(FIXTURES, 'forms/01-central-leading.tab.md'))).records;
    if (record === undefined) throw new Error('no form');
    expect(lineOf(record, 'totalScore', 'score-sum')).toBe('15 + 10 + 10 + 8 + 5 + 20 + 9 + 10 + 9.72 = 96.72 ✓');
    expect(lineOf(record, 'funds[0].executed', 'execution-rate')).toBe('498.35 ÷ 512.6 = 97.22 % ✓');
    expect(lineOf(record, 'funds[0].score', 'funds-score')).toBe('10 × 97.22 % = 9.72 ✓');
    const decided = applyDecisions(record, [
      decisionOn(record, 'indicators[0].score', { action: 'replace', after: '14' }),
    ]);
    expect(lineOf(decided, 'indicators[0].score', 'score-sum')).toBe(
      '14 + 10 + 10 + 8 + 5 + 20 + 9 + 10 + 9.72 = 95.72 ≠ 96.72 ✗',
    );
  });
});
