/**
 * Scores small PDFs that each do one thing that offices' PDFs do: `npx tsx scripts/score-pdf-cases.ts [FOLDER] [--only TEXT]`, with a
 * folder of PDFs and an `expected.json`. A case is right where its tables' cells are; prints the cells that differ.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openDocument } from '../src/extract/open.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';
import { DEFAULT_READING } from '../src/schema/reading-options.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' } },
});
const folder = positionals[0] ?? join(import.meta.dirname, '../../shared/data/pdf-cases');

/** `[row, column, rowSpan, columnSpan, text]` */
const ExpectedCell = z.tuple([z.int(), z.int(), z.int(), z.int(), z.string()]);
/** A case with a note alone is a table with a table in one of its cells. */
const Expected = z.record(
  z.string(),
  z.union([z.object({ tables: z.array(z.array(ExpectedCell)) }), z.object({ note: z.string() })]),
);

const fold = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

interface Found {
  readonly tables: readonly (readonly string[])[];
  readonly findings: readonly string[];
}

async function found(path: string): Promise<Found> {
  const document = await openDocument({ path }, DEFAULT_LIMITS, DEFAULT_READING);
  const tables: string[][] = [];
  try {
    for await (const { cells } of document.sheets())
      if (cells.length > 0)
        tables.push(
          cells.map(({ row, column, rowSpan, columnSpan, text }) =>
            [row, column, rowSpan, columnSpan, fold(text)].join(' '),
          ),
        );
  } catch (error) {
    return { tables, findings: [String(error)] };
  }
  return {
    tables,
    findings: document.findings.map(({ code, severity, message }) => `${severity} ${code}: ${message}`),
  };
}

/** What must come out: the tables' cells; null where only a person can tell. */
const wantedOf = (expected: z.infer<typeof Expected>[string]): string[][] | null =>
  'tables' in expected
    ? expected.tables.map((table) => table.map((cell) => [...cell.slice(0, 4), fold(cell[4])].join(' ')))
    : null;

function differences(wanted: readonly (readonly string[])[], got: readonly (readonly string[])[]): string[] {
  return Array.from(
    { length: Math.max(wanted.length, got.length) },
    (_, at) => [wanted[at] ?? [], got[at] ?? []] as const,
  ).flatMap(([want, have], at) => [
    ...want.filter((cell) => !have.includes(cell)).map((cell) => `  table ${at + 1} lacks    ${cell}`),
    ...have.filter((cell) => !want.includes(cell)).map((cell) => `  table ${at + 1} has also ${cell}`),
  ]);
}

if (!existsSync(join(folder, 'expected.json'))) {
  console.log(`${folder} holds no expected.json: nothing is scored.`);
  process.exit();
}
const cases = Object.entries(Expected.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')))).filter(
  ([name]) => name.includes(values.only),
);
let right = 0;
for (const [name, expected] of cases) {
  const { tables, findings } = await found(join(folder, `${name}.pdf`));
  const wanted = wantedOf(expected);
  const lines = wanted === null ? [] : differences(wanted, tables);
  if (lines.length === 0) right += 1;
  console.log(
    `${lines.length === 0 ? 'right' : 'WRONG'} ${name}${wanted === null ? ` (${JSON.stringify(expected)}): ${JSON.stringify(tables)}` : ''}`,
  );
  for (const line of [...lines, ...findings.map((finding) => `  ${finding}`)]) console.log(line);
}
console.log(`${right} of ${cases.length} right`);
if (right < cases.length) process.exitCode = 1;
