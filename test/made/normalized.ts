import { normalize, type NormalizedForm } from '../../src/normalize/normalize.js';
import { DEFAULT_LIMITS, type Limits } from '../../src/schema/limits.js';
import type { SelfEvaluation } from '../../src/schema/record.js';
import type { Sheet } from '../../src/schema/sheet.js';
import { sha256Of } from './form.js';
import { sheetsFrom } from './sheets.js';

async function* streamed<T>(items: readonly T[]): AsyncGenerator<T> {
  await Promise.resolve();
  yield* items;
}

/** What a document of these sheets, or of this drawing (see `sheetsFrom`), gives. */
export async function normalized(
  document: string | readonly Sheet[],
  limits: Partial<Limits> = {},
): Promise<NormalizedForm[]> {
  const sheets = typeof document === 'string' ? sheetsFrom(document) : document;
  const forms: NormalizedForm[] = [];
  const options = { file: 'drawn.md', sha256: sha256Of('drawn.md'), kind: 'text' as const };
  for await (const form of normalize(streamed(sheets), { ...options, limits: { ...DEFAULT_LIMITS, ...limits } }))
    forms.push(form);
  return forms;
}

/** The records of a drawing. */
export async function recordsOf(drawing: string): Promise<SelfEvaluation[]> {
  return (await normalized(drawing)).flatMap((form) => (form.type === 'form' ? [form.record] : []));
}

/** The record of a drawing of one form. */
export async function recordOf(drawing: string): Promise<SelfEvaluation> {
  const [record] = await recordsOf(drawing);
  if (!record) throw new Error('The drawing has no form: a form names its project.');
  return record;
}
