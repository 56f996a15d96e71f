import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { isSoundResult, openResult, readResult, type ResultLine } from '../../src/run/result-file.js';
import { check } from '../../src/check/record/check.js';
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

describe('a result that an earlier run left', () => {
  const { evidence, ...made } = madeForm(1);
  const unproved = Object.entries(evidence).map(([leaf, witness]) => [leaf, { ...witness, proof: [] }]);
  const record = check({ ...made, evidence: Object.fromEntries(unproved) as typeof evidence, findings: [] });
  const { sha256 } = record.source;
  const lines = (changed: Partial<typeof record> = {}): ResultLine[] => [
    { type: 'form', record: { ...record, ...changed } },
    END,
  ];

  it('is sound as it was written', async () => {
    write(lines());
    expect(await isSoundResult(path, sha256)).toBe(true);
  });

  it.each([
    [
      'empty',
      () => {
        writeFileSync(path, '');
      },
    ],
    [
      'cut off',
      () => {
        writeFileSync(path, readFileSync(path).subarray(0, -9));
      },
    ],
    [
      'garbled',
      () => {
        writeFileSync(path, readFileSync(path).fill(7, 60, 90));
      },
    ],
    [
      'of another name',
      () => {
        copyFileSync(path, (path = join(path, '..', 'other.ndjson.gz')));
      },
    ],
    [
      'without a seal',
      () => {
        writeFileSync(
          path,
          gzipSync(
            lines()
              .map((line) => `${JSON.stringify(line)}\n`)
              .join(''),
          ),
        );
      },
    ],
    [
      'edited by hand',
      () => {
        writeFileSync(path, gzipSync(gunzipSync(readFileSync(path)).toString().replace('"score":', '"score":1')));
      },
    ],
    [
      'not there',
      () => {
        rmSync(path);
      },
    ],
  ])('is not where it is %s', async (what, damage) => {
    write(lines());
    damage();
    expect(await isSoundResult(path, sha256), what).toBe(false);
  });

  it('is not where it is that of another document', async () => {
    write(lines());
    expect(await isSoundResult(path, 'f'.repeat(64))).toBe(false);
  });

  it('is not where its proofs do not hold, whoever sealed it', async () => {
    const [path0 = '', witness] = Object.entries(record.evidence).find(([, { proof }]) => proof.length === 0) ?? [];
    if (witness === undefined) throw new Error('the form has no number without a proof');
    write(lines({ evidence: { ...record.evidence, [path0]: { ...witness, proof: ['score-sum'] } } }));
    expect(await isSoundResult(path, sha256)).toBe(false);
  });
});
