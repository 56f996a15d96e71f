import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../../src/emit/read-csv.js';
import { Manifest } from '../../src/schema/manifest.js';
import { SelfEvaluation } from '../../src/schema/record.js';
import { TABLES } from '../../src/schema/tables/tables.js';

/** What in a run's output is not as the schemas say: records, tables, manifest. Each with the file and what is wrong. */
export async function schemaBreaks(output: string): Promise<string[]> {
  const breaks: string[] = [];
  const check = async (file: string, read: (text: string) => unknown) => {
    if (!existsSync(join(output, file))) return;
    try {
      await read(readFileSync(join(output, file), 'utf8'));
    } catch (error) {
      breaks.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  await check('manifest.json', (text) => Manifest.parse(JSON.parse(text)));
  await check('projects.jsonl', (text) => {
    for (const line of text.split('\n').filter(Boolean)) SelfEvaluation.parse(JSON.parse(line));
  });
  for (const file of existsSync(join(output, 'projects')) ? readdirSync(join(output, 'projects')) : [])
    await check(join('projects', file), (text) => SelfEvaluation.parse(JSON.parse(text)));
  const written = { csv: 'spreadsheet', headers: 'snake' } as const;
  await check('projects.csv', (text) => readCsv(TABLES.projects, text, written));
  await check('funds.csv', (text) => readCsv(TABLES.funds, text, written));
  await check('indicators.csv', (text) => readCsv(TABLES.indicators, text, written));
  await check('findings.csv', (text) => readCsv(TABLES.findings, text, written));
  return breaks;
}
