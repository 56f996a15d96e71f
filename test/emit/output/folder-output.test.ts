import type { z } from 'zod';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CsvOptions } from '../../../src/emit/csv-options.js';
import { openFolderOutput } from '../../../src/emit/output/folder-output.js';
import { OutputOptions } from '../../../src/emit/output/output.js';
import { readCsv } from '../../../src/emit/read-csv.js';
import { Manifest } from '../../../src/schema/manifest.js';
import { SelfEvaluation } from '../../../src/schema/record.js';
import {
  documentFindingRows,
  findingRows,
  fundsRows,
  indicatorRows,
  projectRow,
  TABLES,
} from '../../../src/schema/tables/tables.js';
import { filesIn, madeFolder, textOf } from '../../made/folder.js';
import { madeForm } from '../../made/form.js';
import { madeReport } from '../../made/report.js';

const HEAD = { version: '1.2.3', options: { csv: 'spreadsheet' } };
const FORMS = [
  madeForm(1),
  madeForm(2, { projectName: '=SUM(A1)/项目', year: null, grade: null, findings: [] }),
  madeForm(3, { indicators: [], funds: [], projectName: null, source: { ...madeForm(3).source, pages: [5, 6] } }),
];
const NOTE = {
  code: 'cell-cut',
  severity: 'note',
  path: '',
  message: 'A cell was cut.',
  messageZh: '单元格被截断。',
} as const;
const REPORT = madeReport({ forms: 3, findings: [NOTE] });

let folder: string;
beforeEach(() => {
  folder = madeFolder();
});

async function write(options: Partial<OutputOptions>, forms = FORMS): Promise<void> {
  const output = openFolderOutput(folder, OutputOptions.parse(options), HEAD);
  for (const form of forms) await output.write(form);
  await output.report(REPORT);
  await output.finish({ complete: true });
}

describe('openFolderOutput', () => {
  it('writes only the manifest where no form came out, and leaves the last good results', async () => {
    await write({});
    const before = textOf(folder, 'indicators.csv');
    await write({}, []);
    expect(textOf(folder, 'indicators.csv')).toBe(before);
    expect(textOf(folder, 'projects.jsonl').trimEnd().split('\n')).toHaveLength(FORMS.length);
  });

  it('writes all formats, which say the same as the records', async () => {
    await write({});
    const lines = textOf(folder, 'projects.jsonl').trimEnd().split('\n');
    expect(lines.map((line) => SelfEvaluation.parse(JSON.parse(line)))).toEqual(FORMS);
    const [first, second, third] = FORMS.map(({ id }) => id);
    expect(filesIn(folder)).toEqual([
      'datapackage.json',
      'findings.csv',
      'funds.csv',
      'indicators.csv',
      'manifest.json',
      'projects.csv',
      'projects.jsonl',
      `projects/${first}-第1号市场监管抽查项目.json`,
      `projects/${second}-=SUM(A1)_项目.json`,
      `projects/${third}-unnamed.json`,
      'zipingbiao.xlsx',
    ]);
    expect(JSON.parse(textOf(folder, 'projects', `${second}-=SUM(A1)_项目.json`))).toEqual(FORMS[1]);
    expect(Manifest.parse(JSON.parse(textOf(folder, 'manifest.json')))).toEqual({ ...HEAD, inputs: [REPORT] });
  });

  it.each<CsvOptions>([
    { csv: 'spreadsheet', headers: 'snake' },
    { csv: 'plain', headers: 'zh' },
  ])('writes tables that read back as the records’ rows: %o', async (options) => {
    await write(options);
    const read = (name: keyof typeof TABLES) =>
      readCsv<z.ZodObject>(TABLES[name], textOf(folder, `${name}.csv`), options);
    expect(await read('projects')).toEqual(FORMS.map(projectRow));
    expect(await read('funds')).toEqual(FORMS.flatMap(fundsRows));
    expect(await read('indicators')).toEqual(FORMS.flatMap(indicatorRows));
    expect(await read('findings')).toEqual([...FORMS.flatMap(findingRows), ...documentFindingRows('made.md', [NOTE])]);
  });

  it('writes only what is asked for, and the manifest', async () => {
    await write({ formats: ['jsonl'] });
    expect(filesIn(folder)).toEqual(['manifest.json', 'projects.jsonl']);
  });

  it('gives each form a folder with its tables', async () => {
    const form = madeForm(1);
    await write({ formats: ['jsonl'], perProject: true }, [form]);
    const own = `${form.id}-第1号市场监管抽查项目`;
    expect(filesIn(folder)).toEqual([
      ...['findings', 'funds', 'indicators', 'projects'].map((table) => `${own}/${table}.csv`),
      'manifest.json',
      'projects.jsonl',
    ]);
    const options: CsvOptions = { csv: 'spreadsheet', headers: 'snake' };
    expect(await readCsv(TABLES.indicators, textOf(folder, own, 'indicators.csv'), options)).toEqual(
      indicatorRows(form),
    );
  });

  it('leaves no staging folder and no earlier project behind', async () => {
    await write({}, [madeForm(9)]);
    await write({}, [madeForm(1)]);
    expect(filesIn(folder).filter((file) => file.startsWith('projects/'))).toHaveLength(1);
    expect(filesIn(folder).filter((file) => file.startsWith('.'))).toEqual([]);
  });

  it('writes the same bytes for the same forms', async () => {
    await write({});
    const once = filesIn(folder).map((file) => textOf(folder, file));
    await write({});
    expect(filesIn(folder).map((file) => textOf(folder, file))).toEqual(once);
  });
});
