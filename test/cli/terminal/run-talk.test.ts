import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openJsonLog } from '../../../src/cli/terminal/json-log.js';
import { type Language, MESSAGES } from '../../../src/cli/messages/language.js';
import { openSession } from '../../../src/cli/terminal/surroundings.js';
import { openTextTalk } from '../../../src/cli/terminal/text-talk.js';
import { openSerial } from '../../../src/run/serial.js';
import { emptyTally, tallyInput } from '../../../src/run/tally.js';
import { madeReport } from '../../made/report.js';

const MINUTE = 60_000;
const REPORT = madeReport({
  status: 'failed',
  reason: { code: 'damaged', message: 'a.pdf: damaged.', messageZh: 'a.pdf：已损坏。' },
});

function talkTo(language: Language, isTTY = false) {
  const stderr = Object.assign(new PassThrough(), { isTTY });
  const world = { stdin: new PassThrough(), stdout: new PassThrough(), stderr, env: {}, version: '1' };
  const session = openSession({ ...world, openExecutor: () => Promise.resolve(openSerial()) }, MESSAGES[language]);
  return { session, said: () => String((stderr.read() as Buffer | null) ?? '') };
}

const progress = (ended: number, reused = 0) => ({ inputs: 3_000, ended, reused, pages: 8, forms: 7, findings: 1 });

describe('talk to a person', () => {
  it.each([
    ['en', '1,500/3,000 files · 8 pages · 7 forms · 1 finding · 5 files/s · 5 min left\n'],
    ['zh', '1,500/3,000 个文件 · 8 页 · 7 张表 · 1 个问题 · 每秒 5 个文件 · 还需 5 分钟\n'],
  ] as const)('says now and then how far it is (%s)', (language, line) => {
    const { session, said } = talkTo(language);
    let now = 0;
    const talk = openTextTalk(session, { language, quiet: false, folder: null, now: () => now });
    for (const ended of [300, 600, 900, 1_200, 1_500]) {
      now += MINUTE / 12;
      talk.progress(progress(ended));
    }
    expect(said()).toBe(''); // half a minute is not over
    now = 5 * MINUTE;
    talk.progress(progress(1_500));
    talk.progress(progress(1_501));
    expect(said()).toBe(line);
  });

  it('draws a bar on a terminal, again and again on one line', () => {
    const { session, said } = talkTo('en', true);
    let now = 0;
    const talk = openTextTalk(session, { language: 'en', quiet: false, folder: null, now: () => (now += 1_000) });
    talk.progress(progress(1_500, 1_500));
    expect(said()).toBe(
      '\r\u001B[2K██████████░░░░░░░░░░ 1,500/3,000 files · 8 pages · 7 forms · 1 finding · 0 files/s',
    );
  });

  it('says nothing of its progress where it is to be quiet', () => {
    const { session, said } = talkTo('en', true);
    openTextTalk(session, { language: 'en', quiet: true, folder: null }).progress(progress(1));
    expect(said()).toBe('');
  });
});

it('says each event as a line of JSON to a program', () => {
  const { session, said } = talkTo('en');
  const talk = openJsonLog(session);
  const tally = emptyTally();
  tallyInput(tally, REPORT);
  talk.begin(1);
  talk.progress(progress(1));
  talk.progress(progress(1));
  talk.report(REPORT);
  talk.interrupting();
  talk.end(tally, 3);
  const events = said()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events.map(({ event }) => event)).toEqual(['start', 'progress', 'input', 'interrupting', 'end']);
  expect(events[2]).toMatchObject({ path: 'made.md', status: 'failed', reason: { code: 'damaged' }, findings: 0 });
  expect(events[4]).toMatchObject({ exitCode: 3, inputs: { failed: 1 }, failed: { damaged: 1 } });
});
