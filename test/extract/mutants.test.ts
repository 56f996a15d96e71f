import { describe, expect, it } from 'vitest';
import { docxOf, cell, row, table } from '../../scripts/office/docx.js';
import { ofdOf, ofdRule, ofdText } from '../../scripts/office/ofd.js';
import { openDocumentOf } from '../../scripts/office/open-document.js';
import { openDocument } from '../../src/extract/open.js';
import { Failure } from '../../src/schema/failure.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';

const ROW = '<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>';
const GOOD: Readonly<Record<string, Buffer>> = {
  docx: docxOf(table(row(cell('a') + cell('b')), row(cell('c', '<w:gridSpan w:val="2"/>')))),
  ods: openDocumentOf('spreadsheet', `<table:table table:name="1">${ROW}</table:table>`),
  ofd: ofdOf([{ objects: ofdRule(1, 1, 9, 1) + ofdText('a', [2, 5], 3) }]),
};
const MUTANTS = 300;

/** The same numbers every time (a linear congruential generator, Numerical Recipes). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe.each(Object.entries(GOOD))('mutants of %s', (_, good) => {
  it('end with sheets or a failure', async () => {
    const next = numbersFrom(good.length);
    let ended = 0;
    for (let mutant = 0; mutant < MUTANTS; mutant += 1) {
      const bytes = Buffer.from(mutant % 5 === 0 ? good.subarray(0, next(good.length) + 4) : good);
      for (let change = 0; change <= mutant % 4; change += 1) bytes[next(bytes.length)] = next(256);
      try {
        const document = await openDocument({ bytes, name: 'a' }, DEFAULT_LIMITS);
        for await (const sheet of document.sheets()) expect(sheet.cells.length).toBeLessThan(99);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
      }
      ended += 1;
    }
    expect(ended).toBe(MUTANTS);
  }, 60_000);
});
