import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WorkbookWriter } from '../../../src/emit/formats/xlsx.js';
import { openStaging } from '../../../src/emit/files/staging.js';
import { rowsOf } from '../../../src/schema/tables/form-rows.js';
import { filesIn, madeFolder } from '../../made/folder.js';
import { madeForm } from '../../made/form.js';
import { unzip } from '../../made/unzip.js';

const ROWS_PER_BOOK = 20;

it('goes on in another workbook where a sheet is full, says so, and removes those of an earlier run', async () => {
  const folder = madeFolder();
  writeFileSync(join(folder, 'zipingbiao-9.xlsx'), '');
  const staging = openStaging(folder);
  const head = { version: '1', options: {} };
  const writer = new WorkbookWriter({ staging, head, csv: 'spreadsheet', headers: undefined }, ROWS_PER_BOOK);
  const forms = [1, 2, 3, 4, 5].map((ordinal) => madeForm(ordinal)); // of seven indicators each: two fit into a workbook
  for (const form of forms) writer.write(form, rowsOf(form));
  await writer.finish();
  staging.write('last', '');
  await staging.commit({ removeEarlier: true, last: 'last' });
  expect(filesIn(folder)).toEqual(['last', 'zipingbiao-2.xlsx', 'zipingbiao-3.xlsx', 'zipingbiao.xlsx']);
  const texts = (name: string) => unzip(join(folder, name)).get('xl/sharedStrings.xml') ?? '';
  expect(texts('zipingbiao.xlsx')).toContain('第 1 册，共 3 册');
  expect(texts('zipingbiao-3.xlsx')).toContain('第 3 册，共 3 册');
  const idIn = (name: string) => forms.filter(({ id }) => texts(name).includes(id)).map(({ source }) => source.ordinal);
  expect(['zipingbiao.xlsx', 'zipingbiao-2.xlsx', 'zipingbiao-3.xlsx'].map(idIn)).toEqual([[1, 2], [3, 4], [5]]);
});
