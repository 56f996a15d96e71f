/**
 * Compares what is read of PDFs with what is read of them with a watermark, a seal or a pattern on each page, or askew: `npx tsx
 * scripts/measure-overlays.ts FILE… [--only TEXT]`. Prints for each stamp how many cells are the same, and those that differ.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { openDocument } from '../src/extract/open.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';
import { DEFAULT_READING } from '../src/schema/reading-options.js';
import { stampedPdf } from './overlay/stamped-pdf.js';
import { STAMPS } from './overlay/stamps.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' } },
});

/** Differing cells that are shown of a file. */
const SHOWN = 4;

interface Read {
  readonly cells: readonly string[];
  readonly findings: readonly string[];
}

async function read(bytes: Buffer): Promise<Read> {
  const document = await openDocument({ bytes, name: 'a.pdf' }, DEFAULT_LIMITS, { ...DEFAULT_READING, ocr: 'none' });
  const cells: string[] = [];
  for await (const sheet of document.sheets())
    for (const { page, row, column, rowSpan, columnSpan, text, readings } of sheet.cells)
      cells.push(
        `page ${page ?? 0}, ${row},${column} ${rowSpan}×${columnSpan}: ${text}${readings === undefined ? '' : ' (doubtful)'}`,
      );
  return { cells, findings: document.findings.map(({ code, severity }) => `${severity} ${code}`) };
}

let differing = 0;
for (const [name, stamp] of Object.entries(STAMPS).filter(([key]) => key.includes(values.only))) {
  let [same, all] = [0, 0];
  const codes = new Map<string, number>();
  for (const path of positionals) {
    const bytes = readFileSync(path);
    const [plain, stamped] = [await read(bytes), await read(stampedPdf(bytes, stamp))];
    const got = new Set(stamped.cells);
    const lost = plain.cells.filter((cell) => !got.has(cell));
    const more = stamped.cells.filter((cell) => !plain.cells.includes(cell));
    all += plain.cells.length;
    same += plain.cells.length - lost.length;
    differing += lost.length + more.length;
    for (const code of stamped.findings) codes.set(code, (codes.get(code) ?? 0) + 1);
    for (const cell of lost.slice(0, SHOWN)) console.log(`  ${basename(path)} lacks ${cell}`);
    for (const cell of more.slice(0, SHOWN)) console.log(`  ${basename(path)} has also ${cell}`);
  }
  const found = [...codes].map(([code, count]) => `${code} ×${count}`).join(', ');
  console.log(`${name}: ${same} of ${all} cells the same; ${found}`);
}
if (differing > 0) process.exitCode = 1;
