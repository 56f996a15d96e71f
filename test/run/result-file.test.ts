import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { openResult, readResult, type ResultLine } from '../../src/run/result-file.js';
import { filesIn, madeFolder } from '../made/folder.js';
import { madeForm } from '../made/form.js';

const END: ResultLine = { type: 'end', kind: 'text', pages: null, findings: [], reason: null, milliseconds: 5 };
const FORMS = [1, 2, 3].map((ordinal): ResultLine => ({ type: 'form', record: madeForm(ordinal) }));

let path: string;
beforeEach(() => {
  path = join(madeFolder(), 'ab', 'abc.ndjson.gz');
});

function write(lines: readonly ResultLine[]): void {
  const result = openResult(path);
  for (const line of lines) result.add(line);
  result.finish();
}

async function read(): Promise<ResultLine[]> {
  const lines: ResultLine[] = [];
  for await (const line of readResult(path)) lines.push(line);
  return lines;
}

describe('a result', () => {
  it('reads as it was written, also where it takes many pieces', async () => {
    const lines = [...Array.from({ length: 50 }, () => FORMS).flat(), END];
    write(lines);
    expect(await read()).toEqual(lines);
  });

  it('does not appear where it is discarded', () => {
    const result = openResult(path);
    result.add(END);
    result.discard();
    expect(filesIn(join(path, '..'))).toEqual([]);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -20)],
    ['changed', (bytes: Buffer) => bytes.fill(0, 200, 300)],
    ['without its end', () => gzipSync(`${JSON.stringify(FORMS[0])}\n`)],
    ['of another shape', () => gzipSync('{"type":"form","record":{}}\n')],
    ['no JSON', () => gzipSync('x\n')],
  ])('is refused where it is %s', async (_, damage) => {
    write([...FORMS, END]);
    writeFileSync(path, damage(readFileSync(path)));
    await expect(read()).rejects.toMatchObject({ name: 'OutputError', place: path });
  });
});
