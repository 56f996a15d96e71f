import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Truth } from '../../scripts/scoring.js';
import { openForms } from '../../src/digitize/digitize.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';
import type { SelfEvaluation } from '../../src/schema/record.js';

/** The path of a file below `fixtures/`. */
export const fixturePath = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

const Leaf = z.union([z.string(), z.number(), z.null()]);
const Wanted = z.union([Leaf, z.object({ anyOf: z.array(Leaf) })]);
type Wanted = z.infer<typeof Wanted>;
const Other = z.object({ label: z.string(), text: z.string() });
/** What `fixtures/expected/` says of a document: a record for each form, some fields with several right readings. */
export const Expected = z.array(
  z
    .object({ funds: z.array(z.record(z.string(), Wanted)), indicators: z.array(z.record(z.string(), Wanted)) })
    .extend({ index: z.number(), other: z.array(Other).optional() })
    .catchall(Wanted),
);
export type Expected = z.infer<typeof Expected>;

/** The records that the fixture of a file gives: `<fixture>.<anything>`. */
export const expectedOf = (file: string): Expected =>
  Expected.parse(JSON.parse(readFileSync(fixturePath(`expected/${file.split('.')[0] ?? ''}.json`), 'utf8')));

/** The same as what the scoring compares with. */
export const truthsOf = (file: string): Truth[] =>
  JSON.parse(readFileSync(fixturePath(`expected/${file.split('.')[0] ?? ''}.json`), 'utf8')) as Truth[];

/** The records that the program reads from a file below `fixtures/`. */
export async function readForms(name: string, password?: string): Promise<SelfEvaluation[]> {
  const document = await openForms({ path: fixturePath(name), password }, { limits: DEFAULT_LIMITS });
  const records: SelfEvaluation[] = [];
  for await (const event of document.events()) if (event.type === 'form') records.push(event.record);
  return records;
}

const textOf = (value: unknown) => (value instanceof Object && 'text' in value ? value.text : value);
const shown = (value: unknown) => JSON.stringify(value ?? null);

/** The fields of `got` that differ from what is wanted, each as one line: path, want, got. */
function differences(path: string, wanted: Readonly<Record<string, Wanted>>, got: object | undefined): string[] {
  const fields = new Map<string, unknown>(Object.entries(got ?? {}));
  return Object.entries(wanted).flatMap(([field, want]) => {
    const accepted = want instanceof Object ? want.anyOf : [want];
    const value = textOf(fields.get(field)) ?? null;
    return accepted.some((one) => one === value)
      ? []
      : [`${path}${field}: want ${accepted.map(shown).join(' or ')}, got ${shown(value)}`];
  });
}

function listDifferences(
  path: string,
  wanted: readonly Readonly<Record<string, Wanted>>[],
  got: readonly object[],
): string[] {
  const number = wanted.length === got.length ? [] : [`${path}: want ${wanted.length} rows, got ${got.length}`];
  return [...number, ...wanted.flatMap((want, index) => differences(`${path}[${index}].`, want, got[index]))];
}

function recordDifferences(wanted: Expected[number], got: SelfEvaluation | undefined): string[] {
  const { index, funds, indicators, other = [], ...head } = wanted;
  const path = `#${index} `;
  const missing = other.filter(
    ({ label, text }) => !got?.other.some((one) => one.label === label && one.text === text),
  );
  return [
    ...differences(path, head, got),
    ...listDifferences(`${path}funds`, funds, got?.funds ?? []),
    ...listDifferences(`${path}indicators`, indicators, got?.indicators ?? []),
    ...missing.map((one) => `${path}other: want ${shown(one)}, got ${shown(got?.other)}`),
  ];
}

/** All that differs between what is wanted and what was read, as lines; none where all is right. */
export function formDifferences(wanted: Expected, got: readonly SelfEvaluation[]): string[] {
  const number = wanted.length === got.length ? [] : [`want ${wanted.length} forms, got ${got.length}`];
  return [...number, ...wanted.flatMap((want, index) => recordDifferences(want, got[index]))];
}
