import { appendFileSync, copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { appendDecisions, DECISIONS, readDecisions } from '../../src/decide/decision-file.js';
import { READER } from '../../src/run/reader.js';
import { openSerial } from '../../src/run/serial.js';
import { SelfEvaluation } from '../../src/schema/record.js';
import { decisionOn, undoOf } from '../decide/decisions.js';
import { call } from '../made/call.js';
import { filesIn, madeFolder } from '../made/folder.js';

const FORM = join(import.meta.dirname, '../../fixtures/forms/01-central-leading.tab.md');
const WITH_READER = { openExecutor: () => Promise.resolve(openSerial(READER)) };

let folder: string;
let source: string;
let output: string;
beforeEach(() => {
  folder = madeFolder();
  source = join(folder, 'a.md');
  output = join(folder, 'out');
  copyFileSync(FORM, source);
});

const extract = (...options: string[]) => call(['extract', source, '-o', output, ...options], WITH_READER);
const recordIn = (results: string) =>
  SelfEvaluation.parse(JSON.parse(readFileSync(join(results, 'projects.jsonl'), 'utf8').split('\n')[0] ?? ''));
const bytesIn = (results: string) => {
  const files = filesIn(results).filter((file) => !file.includes('.zipingbiao') && file !== DECISIONS);
  return files.map((file) => [file, readFileSync(join(results, file), 'utf8').replace(/"milliseconds": ?\d+/g, '')]);
};

describe('decisions on forms that are read again', () => {
  it('hold byte for byte, stand in the tables, and can be taken back', async () => {
    await extract();
    const asRead = bytesIn(output);
    const decision = decisionOn(recordIn(output), 'indicators[0].score', { action: 'replace', after: '0.50' });
    appendDecisions(output, [decision]);
    await extract();
    const decided = bytesIn(output);
    expect(recordIn(output).indicators[0]?.score).toBe(0.5);
    expect(readFileSync(join(output, 'projects.csv'), 'utf8')).toMatch(/,inWork,1,/);
    expect(recordIn(output).findings.map(({ code }) => code)).toContain('score-sum'); // a decision that opens a sum is told
    await extract('--force');
    expect(bytesIn(output)).toEqual(decided);
    appendDecisions(output, [undoOf(decision)]);
    await extract();
    expect(bytesIn(output)).toEqual(asRead);
  });

  it('are told where the source has changed', async () => {
    await extract();
    appendDecisions(output, [decisionOn(recordIn(output), 'totalScore', { action: 'replace', after: 1 })]);
    appendFileSync(source, '\n');
    await extract();
    const { findings, totalScore } = recordIn(output);
    expect(totalScore).not.toBe(1);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'decision-stale', path: 'totalScore' }));
  });

  it('are told where they can’t be read', async () => {
    mkdirSync(output);
    writeFileSync(join(output, DECISIONS), '{"half": \n');
    const { stderr, code } = await extract();
    expect(code).toBe(0);
    expect(stderr).toContain('1 line can’t be read');
  });

  it('of two people are put together by merge, and those that differ are told', async () => {
    await extract();
    const other = join(folder, 'other');
    cpSync(output, other, { recursive: true });
    const record = recordIn(output);
    const [ours, theirs] = [
      decisionOn(record, 'totalScore', { by: '李四', action: 'replace', after: 1 }),
      decisionOn(record, 'totalScore'),
    ];
    appendDecisions(output, [ours]);
    appendDecisions(other, [theirs]);
    const merged = join(folder, 'merged');
    await call(['merge', output, other, '-o', merged]);
    expect(recordIn(merged).findings.map(({ code }) => code)).toContain('decisions-differ');
    expect((await readDecisions(merged)).decisions).toEqual([ours, theirs]);
  });
});
