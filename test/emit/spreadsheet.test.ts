import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../src/emit/csv.js';
import type { CsvOptions } from '../../src/emit/csv-options.js';
import { readCsv } from '../../src/emit/read-csv.js';
import { indicatorRows, TABLES } from '../../src/schema/tables/tables.js';
import { madeFolder, textOf } from '../made/folder.js';
import { madeForm } from '../made/form.js';

const INSTALLED = spawnSync('soffice', ['--version']).status === 0;
if (!INSTALLED)
  console.warn('LibreOffice (soffice) is not installed: what a spreadsheet makes of the CSV files is not tested.');

/** Comma, double quote, UTF-8, from the first line. */
const CSV_IN = 'CSV:44,34,76,1';
/** The same, and each of a table's columns as text: how a person imports a plain file safely. */
const asText = (columns: number) =>
  `${CSV_IN},${Array.from({ length: columns }, (_, index) => `${index + 1}/2`).join('/')}`;
/** Comma, double quote, UTF-8; cells as they are shown. */
const CSV_OUT = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';

const TEXTS = [
  '=100.00(%)',
  '=1+1',
  '+1',
  '-1+2',
  '-',
  '@SUM(A1)',
  "'quoted'",
  '1-3',
  '3/4',
  '2023-11',
  '2023-11-30',
  '0012',
  '100.00',
  '(5)',
  '511324240000001234',
  '12345678901e-003',
  '51132424T000000123456',
  '85%-95%',
  '≥95.00(%)',
  '2023年11月底',
  'a, "b"\nc',
  '=HYPERLINK("http://example.org")',
];
const [indicator] = indicatorRows(madeForm(1));
const ROWS = TEXTS.map((target) => ({ ...indicator, target, targetOperator: '=' as const, deviation: target }));

/** The table as a workbook that LibreOffice made of the CSV file, and the CSV file that it makes of the workbook. */
function through(workbook: 'xlsx' | 'ods', text: string, importAs: string): { content: string; back: string } {
  const folder = madeFolder();
  const convert = (to: string, file: string, ...more: string[]) =>
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        ...more,
        '--convert-to',
        to,
        '--outdir',
        join(folder, 'out'),
        join(folder, file),
      ],
      { stdio: 'ignore' },
    );
  writeFileSync(join(folder, 'table.csv'), text);
  convert(workbook, 'table.csv', `--infilter=${importAs}`);
  convert('fods', `out/table.${workbook}`);
  convert(CSV_OUT, `out/table.${workbook}`);
  return { content: textOf(folder, 'out', 'table.fods'), back: textOf(folder, 'out', 'table.csv') };
}

describe.skipIf(!INSTALLED)('in LibreOffice', () => {
  it.each(['xlsx', 'ods'] as const)(
    'a guarded table becomes no formula and reads back unchanged (%s)',
    async (workbook) => {
      const options: CsvOptions = { csv: 'spreadsheet', headers: 'snake' };
      const { content, back } = through(workbook, await csvText(TABLES.indicators, ROWS, options), CSV_IN);
      expect(content).not.toMatch(/table:formula|Err:\d+|#NAME/);
      expect(content).toContain('office:value-type="float" office:value="14.5"'); // numbers are numbers
      expect(await readCsv(TABLES.indicators, back, options)).toEqual(ROWS);
    },
  );

  it('a plain table needs its columns imported as text', async () => {
    const options: CsvOptions = { csv: 'plain', headers: 'snake' };
    const text = await csvText(TABLES.indicators, ROWS, options);
    expect(through('xlsx', text, CSV_IN).content).toMatch(/table:formula/);
    const { content, back } = through('xlsx', text, asText(27));
    expect(content).not.toMatch(/table:formula|Err:\d+/);
    expect(await readCsv(TABLES.indicators, back, options)).toEqual(ROWS);
  });
});
