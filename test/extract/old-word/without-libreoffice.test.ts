import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pairForms, scoreForm, type Truth } from '../../../scripts/scoring.js';
import { chooseRecord } from '../../../src/check/record/choose-record.js';
import { contentOf } from '../../../src/extract/media.js';
import { openOldWord } from '../../../src/extract/old-word/open-old-word.js';
import { normalize } from '../../../src/normalize/normalize.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';
import { DEFAULT_READING } from '../../../src/schema/reading-options.js';
import type { SelfEvaluation } from '../../../src/schema/record.js';

const DATA = join('..', 'shared', 'data');
const FORMS = [
  ['01', '01-sichuan-dept-budget'],
  ['06', '06-national-annex-landscape'],
  ['10', '10-odd-scores-over-100'],
] as const;

async function recordsOf(path: string): Promise<SelfEvaluation[]> {
  const bytes = readFileSync(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const content = await contentOf(bytes, path, DEFAULT_LIMITS);
  const file = { name: path, sha256, content, limits: DEFAULT_LIMITS, reading: DEFAULT_READING };
  const document = await openOldWord(file, 'doc', null);
  const records: SelfEvaluation[] = [];
  const about = { file: path, sha256, kind: document.kind, limits: DEFAULT_LIMITS };
  for await (const form of normalize(document.sheets(), about))
    if (form.type === 'form') records.push(chooseRecord([form.record, ...(form.alternatives ?? [])]));
  return records;
}

it.skipIf(!existsSync(join(DATA, 'office'))).each(FORMS)(
  '%s.doc keeps the promise as a text whose grid is gone',
  async (number, issuer) => {
    const records = await recordsOf(join(DATA, 'office', `${number}.doc`));
    const truths = JSON.parse(readFileSync(join(DATA, 'other-issuers', issuer, 'gold.json'), 'utf8')) as Truth[];
    const results = pairForms(records, truths).flatMap(([truth, record]) => scoreForm(record, truth));
    expect(results.filter(({ silent, isNumber }) => silent && isNumber)).toEqual([]);
    expect(results.filter(({ right }) => right).length / results.length).toBeGreaterThan(0.95);
  },
);
