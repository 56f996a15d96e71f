import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { applyDecisions, undecided } from '../../src/decide/apply-decisions.js';
import { readingAt } from '../../src/decide/leaf.js';
import { ROW_BLOCKS } from '../../src/decide/row-path.js';
import { digitize } from '../../src/digitize/digitize.js';
import type { Decision } from '../../src/schema/decision.js';
import { SelfEvaluation } from '../../src/schema/record.js';
import { openFindings, reviewStateOf } from '../../src/schema/review-state.js';
import { decisionOn, undoOf } from './decisions.js';

const FORMS = join(import.meta.dirname, '../../fixtures/forms');
const files = readdirSync(FORMS).filter((name) => /\.(?:tab|pipe)\.md$/.test(name));
const formsOf = async (name: string) => (await digitize(join(FORMS, name))).records;

const added = (record: SelfEvaluation, path: string, block: 'funds' | 'indicators' | 'other' = 'indicators') =>
  decisionOn(record, path, { action: 'add', before: readingAt(record, block), settles: [] });
const removed = (record: SelfEvaluation, path: string) => decisionOn(record, path, { action: 'remove', settles: [] });
/** A value typed into an added row, where `before` stood when it was added. */
const typed = (record: SelfEvaluation, { id }: Decision, field: string, after: string, before: string | null = null) =>
  decisionOn(record, `indicators[+${id}].${field}`, { action: 'replace', after, before });
const codesAt = (record: SelfEvaluation, path: string) =>
  record.findings.filter((finding) => finding.path === path).map(({ code }) => code);
const namesOf = (record: SelfEvaluation) => record.indicators.map(({ name }) => name);

let record: SelfEvaluation;
let names: string[];
beforeAll(async () => {
  const [first] = await formsOf('01-central-leading.tab.md');
  if (first === undefined) throw new Error('no form');
  record = first;
  names = namesOf(record);
});

describe('a row that is taken away', () => {
  it('is gone from the record; what was decided on the rows behind it follows', () => {
    const score = record.indicators[3]?.score ?? 0;
    const decided = applyDecisions(record, [
      removed(record, 'indicators[1]'),
      decisionOn(record, 'indicators[3].score', { action: 'replace', after: score - 1 }),
    ]);
    expect(namesOf(decided)).toEqual(names.filter((_, index) => index !== 1));
    expect(decided.indicators.map(({ ordinal }) => ordinal)).toEqual(decided.indicators.map((_, index) => index + 1));
    expect(decided.indicators[2]?.score).toBe(score - 1);
    expect(decided.evidence['indicators[2].score']?.decision).toMatchObject({ action: 'replace', before: score });
    expect(decided.evidence['indicators[1].name']).toEqual(record.evidence['indicators[2].name']);
    expect(() => SelfEvaluation.parse(decided)).not.toThrow();
  });

  it('is told, and so is the sum that it opens; who did it stands beside what was read', () => {
    const decided = applyDecisions(record, [removed(record, 'indicators[1]')]);
    expect(codesAt(decided, 'indicators')).toContain('row-removed');
    expect(codesAt(decided, 'totalScore')).toContain('score-sum');
    expect(decided.evidence['asRead.indicators[1]']).toMatchObject({ text: names[1], decision: { action: 'remove' } });
    expect(decided.asRead?.indicators).toEqual(record.indicators);
    expect(reviewStateOf(decided)).toBe('inWork');
  });

  it('stays where it reads otherwise now', () => {
    const decided = applyDecisions(record, [{ ...removed(record, 'indicators[1]'), before: 'sha256:other' }]);
    expect(namesOf(decided)).toEqual(names);
    expect(codesAt(decided, 'indicators[1]')).toContain('decision-stale');
  });

  it('stays where somebody decided on a value of it later, who did not know; that is told', () => {
    const decided = applyDecisions(record, [
      removed(record, 'indicators[1]'),
      decisionOn(record, 'indicators[1].score', { by: '李四' }),
    ]);
    expect(namesOf(decided)).toEqual(names);
    expect(codesAt(decided, 'indicators[1]')).toContain('decisions-differ');
  });
});

describe('a row that is added', () => {
  it('stands behind the one that it was added to, with its headings, and takes part in the sums', () => {
    const base = applyDecisions(record, [removed(record, 'indicators[1]')]);
    expect(codesAt(base, 'totalScore')).toContain('score-sum');
    const gone = record.indicators[1];
    const row = added(record, 'indicators[0]');
    const decided = applyDecisions(record, [
      removed(record, 'indicators[1]'),
      row,
      typed(record, row, 'name', 'A new indicator', ''),
      typed(record, row, 'target', '≥5个', ''),
      typed(record, row, 'actual', '5个', ''),
      typed(record, row, 'weight', String(gone?.weight)),
      typed(record, row, 'score', String(gone?.score)),
    ]);
    expect(namesOf(decided)).toEqual([names[0], 'A new indicator', ...names.slice(2)]);
    expect(decided.indicators[1]).toMatchObject({ level1: record.indicators[0]?.level1, score: gone?.score });
    expect(codesAt(decided, 'totalScore')).not.toContain('score-sum');
    expect(codesAt(decided, 'indicators[1]')).toEqual(['row-added']);
    expect(decided.evidence['indicators[1]']?.decision).toMatchObject({ action: 'add', by: '张三' });
    expect(decided.evidence['indicators[1].score']).toMatchObject({ page: null, decision: { action: 'replace' } });
    expect(openFindings(decided).map(({ code }) => code)).toEqual(openFindings(record).map(({ code }) => code));
  });

  it('is of the kind that its label says, in the funds', () => {
    const row = added(record, `funds[${record.funds.length - 1}]`, 'funds');
    const label = decisionOn(record, `funds[+${row.id}].label`, {
      action: 'replace',
      before: '',
      after: '上年结转资金',
    });
    expect(applyDecisions(record, [row]).funds.at(-1)).toMatchObject({ kind: 'unclassified', label: '' });
    expect(applyDecisions(record, [row, label]).funds.at(-1)).toMatchObject({ kind: 'carriedOver' });
  });

  it('can be the first of its block, and have rows behind it, which stay when it is taken back', () => {
    const first = added(record, 'indicators');
    const second = added(record, `indicators[+${first.id}]`);
    const name = typed(record, second, 'name', 'second', '');
    expect(namesOf(applyDecisions(record, [first, second, name]))).toEqual(['', 'second', ...names]);
    expect(namesOf(applyDecisions(record, [first, second, name, undoOf(first)]))).toEqual(['second', ...names]);
    expect(namesOf(applyDecisions(record, [first, second, name, undoOf(second)]))).toEqual(['', ...names]);
  });

  it('is told and left out where the block reads otherwise now: the row may be among what is read', () => {
    const row = { ...added(record, 'indicators[0]'), before: 'sha256:other' };
    const decided = applyDecisions(record, [row, typed(record, row, 'score', '5')]);
    expect(namesOf(decided)).toEqual(names);
    expect(codesAt(decided, 'indicators')).toEqual(['decision-stale']);
  });
});

describe('rows added and taken away', () => {
  it.each(files)(
    '%s: give back every byte when all is taken back, and the same bytes when done again',
    async (name) => {
      for (const read of await formsOf(name))
        fc.assert(
          fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(), fc.nat()), { maxLength: 6 }), (acts) => {
            const decisions = acts.flatMap(([isAddition, blockAt, rowAt]) => {
              const block = ROW_BLOCKS[blockAt % ROW_BLOCKS.length] ?? 'funds';
              const rows = read[block].length;
              const path = `${block}[${rowAt % Math.max(1, rows)}]`;
              if (isAddition) return [added(read, rows === 0 ? block : path, block)];
              return rows === 0 ? [] : [removed(read, path)];
            });
            const decided = applyDecisions(read, decisions);
            expect(() => SelfEvaluation.parse(decided)).not.toThrow();
            for (const path of Object.keys(decided.evidence)) expect(at(decided, path)).toBeDefined();
            for (const { path } of decided.findings) expect(at(decided, path)).toBeDefined();
            expect(JSON.stringify(undecided(decided))).toBe(JSON.stringify(read));
            expect(JSON.stringify(applyDecisions(decided, decisions))).toBe(JSON.stringify(decided));
            expect(JSON.stringify(applyDecisions(decided, [...decisions, ...decisions.map(undoOf)]))).toBe(
              JSON.stringify(read),
            );
          }),
          { numRuns: 5 },
        );
    },
  );
});

/** What stands at a path of a record. */
function at(record: SelfEvaluation, path: string): unknown {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  return steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], record);
}
