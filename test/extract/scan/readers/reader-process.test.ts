import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReaderFailed } from '../../../../src/extract/scan/readers/ocr-engine.js';
import { ReaderProcess } from '../../../../src/extract/scan/readers/reader-process.js';
import { gone, isRunning } from '../../../made/running.js';
import { sayingLine } from '../../../made/said-lines.js';
import { ended, startedChildren } from '../../../made/started-children.js';

const PROGRAM = new URL('../../../made/reader-faults.js', import.meta.url);
/** For one line that is never answered, soon; for so many lines, whatever the machine does besides. */
const SHORT = { openingMilliseconds: 300, lineMilliseconds: 1_000 };
const MANY = 16;

let started: ReturnType<typeof startedChildren>;
let reading: ReaderProcess;
beforeEach(() => {
  started = startedChildren();
  reading = new ReaderProcess({ program: PROGRAM });
});
afterEach(async () => {
  started.stop();
  reading.close();
  await Promise.all(started.children.map(ended));
});

async function read(text: string, count = 1): Promise<string[]> {
  const readings = await reading.engine('ppocr', 'first').read(Array.from({ length: count }, () => sayingLine(text)));
  return readings.map((each) => each.text);
}

describe('a reading process', () => {
  it('reads lines, however many, in their order, one request at a time', async () => {
    const lines = Array.from({ length: 50 }, (_, index) => sayingLine(`line ${index}`));
    const [first, second] = [reading.engine('ppocr', 'first'), reading.engine('tesseract-text', 'second')];
    const [one, other] = await Promise.all([first.read(lines), second.read(lines)]);
    const pid = started.children[0]?.pid ?? 0;
    expect(one.map(({ text }) => text)).toEqual(lines.map((_, index) => `line ${index} ${pid}`));
    expect(other).toEqual(one);
    expect(started.children).toHaveLength(1);
  });

  it('is not started where there is nothing to read', async () => {
    expect(await reading.engine('ppocr', 'first').read([])).toEqual([]);
    expect(started.children).toEqual([]);
  });

  it.each([
    ['dies', /^ppocr ended \(exit code 7\)$/],
    ['babbles', /^ppocr gives no readings$/],
    ['gives too many', /^ppocr gives other lines$/],
    ['gives too few', /^ppocr gives other lines$/],
    ['answers another', /^ppocr gives no readings$/],
    ['is surer than sure', /^ppocr gives no readings$/],
    ['writes a book', /^ppocr gives no readings$/],
    ['fails', /^ppocr: out of memory in \d+$/],
  ])('that %s is tried once more in a fresh process, and then has failed', async (fault, message) => {
    const failure = await read(fault).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ReaderFailed);
    expect((failure as ReaderFailed).message).toMatch(message);
    expect(await read('fine')).toEqual([`fine ${started.children[2]?.pid ?? 0}`]);
    expect(started.children).toHaveLength(3);
    await Promise.all(started.children.slice(0, 2).map(ended));
  });

  it.each(['hangs', 'is deaf'])('that %s does not hold up what comes after it', async (fault) => {
    reading = new ReaderProcess({ program: PROGRAM, ...SHORT });
    await expect(read(fault)).rejects.toThrow(/^ppocr did not answer within 1.3 seconds$/);
    expect(await read('fine', MANY)).toEqual(Array<string>(MANY).fill(`fine ${started.children[2]?.pid ?? 0}`));
    await Promise.all(started.children.slice(0, 2).map(ended));
  });

  it('that dies once is replaced, and its lines are read', async () => {
    const third = 'dies at its third request';
    const texts = [await read(third), await read(third), await read(third), await read('fine')].flat();
    const [first = 0, second = 0] = started.children.map(({ pid }) => pid);
    expect(texts).toEqual([`${third} ${first}`, `${third} ${first}`, `${third} ${second}`, `fine ${second}`]);
  });

  it('that died unasked is replaced', async () => {
    await read('fine');
    const [child] = started.children;
    child?.kill('SIGKILL');
    if (child) await ended(child);
    expect(await read('fine')).toEqual([`fine ${started.children[1]?.pid ?? 0}`]);
  });

  it('is not asked again for an engine that is missing, and goes on with the other', async () => {
    await expect(read('is missing')).rejects.toThrow(new ReaderFailed('ppocr: no such package'));
    const [other] = await reading.engine('tesseract-text', 'other').read([sayingLine('fine')]);
    expect(other?.text).toBe(`fine ${started.children[0]?.pid ?? 0}`);
    expect(started.children).toHaveLength(1);
  });

  it('fails where its program is gone', async () => {
    reading = new ReaderProcess({ program: new URL('./no-such-program.js', import.meta.url) });
    await expect(read('fine')).rejects.toThrow(/^ppocr ended \(exit code 1\)$/);
  });

  it('is over when it is closed', async () => {
    await read('fine');
    reading.close();
    await Promise.all(started.children.map(ended));
    expect(started.children.map(({ signalCode }) => signalCode)).toEqual(['SIGKILL']);
  });
});

it('no reading process outlives the one that it reads for', async () => {
  const parent = spawn(process.execPath, ['--import', 'tsx', 'test/made/reader-parent.ts']);
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(said);
  expect(isRunning(pid)).toBe(true);
  parent.kill('SIGKILL');
  await gone(pid);
});
