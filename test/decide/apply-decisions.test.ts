import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { applyDecisions, undecided } from '../../src/decide/apply-decisions.js';
import { leafAt, leafPaths } from '../../src/decide/leaf.js';
import { openFindings, reviewStateOf } from '../../src/schema/review-state.js';
import { digestToSign } from '../../src/decide/signature.js';
import { digitize } from '../../src/digitize/digitize.js';
import type { Decision } from '../../src/schema/decision.js';
import { SelfEvaluation } from '../../src/schema/record.js';
import { decisionOn, undoOf } from './decisions.js';

const FORMS = join(import.meta.dirname, '../../fixtures/forms');
const formOf = async (name: string) => {
  const { records } = await digitize(join(FORMS, name));
  const [record] = records;
  if (record === undefined) throw new Error(`${name} holds no form`);
  return record;
};
const codesAt = (record: SelfEvaluation, path: string) =>
  record.findings.filter((finding) => finding.path === path).map(({ code }) => code);

let record: SelfEvaluation;
beforeAll(async () => {
  record = await formOf('01-central-leading.tab.md');
});

describe('applyDecisions', () => {
  it('gives the record itself where nothing was decided', () => {
    expect(applyDecisions(record, [])).toEqual(record);
  });

  it('puts another value in its place, checks again, and says who did', () => {
    const path = 'indicators[0].score';
    const before = record.indicators[0]?.score ?? 0;
    const decided = applyDecisions(record, [decisionOn(record, path, { action: 'replace', after: before - 1 })]);
    expect(decided.indicators[0]?.score).toBe(before - 1);
    expect(decided.evidence[path]?.decision).toMatchObject({ by: '张三', action: 'replace', before });
    expect(codesAt(decided, 'totalScore')).toContain('score-sum'); // the sum that the decision opens is told
    expect(() => SelfEvaluation.parse(decided)).not.toThrow();
  });

  it('gives back to the byte what was read when it is taken back', () => {
    const decision = decisionOn(record, 'indicators[0].target', { action: 'replace', after: '≥5个' });
    const decided = applyDecisions(record, [decision]);
    expect(decided.indicators[0]?.target).toMatchObject({ operator: '≥', value: 5, unit: '个' });
    expect(JSON.stringify(undecided(decided))).toBe(JSON.stringify(record));
    expect(JSON.stringify(applyDecisions(decided, [decision, undoOf(decision)]))).toBe(JSON.stringify(record));
    expect(JSON.stringify(applyDecisions(decided, [decision]))).toBe(JSON.stringify(decided));
  });

  it('tells a decision on a value that reads otherwise now, and does not apply it', () => {
    const decided = applyDecisions(record, [decisionOn(record, 'totalScore', { before: 12 })]);
    expect(codesAt(decided, 'totalScore')).toContain('decision-stale');
    expect(decided.evidence['totalScore']?.decision).toBeUndefined();
  });

  it('tells a decision on what the file held before', () => {
    const earlier = decisionOn(record, 'totalScore', {
      record: `${'0'.repeat(12)}${record.id.slice(12)}`,
      sourceSha256: '0'.repeat(64),
    });
    expect(codesAt(applyDecisions(record, [earlier]), 'totalScore')).toContain('decision-stale');
  });

  it('tells two decisions that differ, and takes the later one in whatever order they come', () => {
    const path = 'totalScore';
    const first = decisionOn(record, path, { by: '李四', action: 'replace', after: 1 });
    const second = decisionOn(record, path);
    const decided = applyDecisions(record, [second, first]);
    expect(decided.totalScore).toBe(record.totalScore);
    expect(codesAt(decided, path)).toContain('decisions-differ');
    expect(codesAt(applyDecisions(record, [second, first, undoOf(first)]), path)).not.toContain('decisions-differ');
  });

  it('signs, and unsigns what changes afterwards', () => {
    const sign = decisionOn(record, '', { action: 'sign', after: digestToSign(record) });
    const signed = applyDecisions(record, [sign]);
    expect(reviewStateOf(signed)).toBe('signed');
    const changed = applyDecisions(record, [sign, decisionOn(record, 'grade', { action: 'replace', after: '差' })]);
    expect(changed.review).toBeUndefined();
    expect(codesAt(changed, '')).toContain('signature-void');
  });
});

describe('a confirmed value', () => {
  it('loses what a look at the page settles, and is not proved by it', async () => {
    const damaged = { ...(await formOf('09-yuan.tab.md')) };
    const flagged = damaged.findings.filter(({ code }) => code === 'unproved-number');
    expect(flagged.length).toBeGreaterThan(0);
    const decisions = flagged.map(({ path }) => decisionOn(damaged, path));
    const decided = applyDecisions(damaged, decisions);
    for (const { path } of flagged) {
      expect(codesAt(decided, path)).not.toContain('unproved-number');
      expect(decided.evidence[path]?.proof).toEqual([]);
    }
  });

  it('is open again for what is found later', () => {
    const confirmed = decisionOn(record, 'totalScore');
    const opened = decisionOn(record, 'indicators[0].score', { action: 'replace', after: 0 });
    const decided = applyDecisions(record, [confirmed, opened]);
    expect(openFindings(decided).map(({ code }) => code)).toContain('score-sum');
  });
});

describe('over every fixture', () => {
  const files = readdirSync(FORMS).filter((name) => /\.(?:tab|pipe)\.md$/.test(name));

  it.each(files)('%s: deciding on every leaf and taking it back leaves every byte', async (name) => {
    const { records } = await digitize(join(FORMS, name));
    for (const read of records) {
      const decisions: Decision[] = leafPaths(read).map((path) => decisionOn(read, path));
      const decided = applyDecisions(read, decisions);
      for (const path of leafPaths(read)) expect(leafAt(decided, path)).toEqual(leafAt(read, path));
      expect(JSON.stringify(applyDecisions(decided, [...decisions, ...decisions.map(undoOf)]))).toBe(
        JSON.stringify(read),
      );
      // Checked again as it is: nothing else than what a look settles goes, and nothing comes.
      const left = read.findings.filter(({ code }) => code !== 'unproved-number' && code !== 'reading-doubtful');
      expect(decided.findings.filter(({ code }) => code !== 'reading-doubtful')).toEqual(left);
    }
  });
});
