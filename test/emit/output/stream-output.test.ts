import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openStreamOutput } from '../../../src/emit/output/stream-output.js';
import { madeForm } from '../../made/form.js';

const FORMS = [madeForm(1), madeForm(2), madeForm(3)];

describe('openStreamOutput', () => {
  it('writes a record a line, however slow the reader is', async () => {
    const chunks: string[] = [];
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk, _, done) {
        chunks.push(String(chunk));
        setTimeout(done, 5);
      },
    });
    const output = openStreamOutput(slow, 'stdout');
    for (const form of FORMS) await output.write(form);
    await output.finish({ complete: true });
    const lines = chunks.join('').trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(FORMS);
  });

  it('throws where the reader has gone', async () => {
    const gone = new Writable({
      highWaterMark: 1,
      write(_, __, done) {
        setTimeout(() => {
          done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
        }, 5);
      },
    });
    const output = openStreamOutput(gone, 'stdout');
    await expect(output.write(madeForm(1))).rejects.toMatchObject({ name: 'OutputError', code: 'EPIPE' });
    await expect(output.write(madeForm(2))).rejects.toMatchObject({ code: 'EPIPE' });
  });
});
