import type { Evidence, SelfEvaluation } from '../../schema/record.js';
import type { CellReading } from '../../schema/sheet.js';
import { numberOf } from '../../normalize/text/number.js';
import { FUNDS_NUMBERS, POINTS } from '../../schema/number-fields.js';

/** A number to be put in a leaf's place, with the text that says it; `value` is null for a sign such as `-`. */
export interface Tried {
  readonly text: string;
  readonly value: number | null;
  readonly decimals: number;
}

/** What a text says as a number; null where it says something else. */
export function triedOf(text: string): Tried | null {
  const read = numberOf(text);
  if (read.kind === 'unreadable') return null;
  return read.kind === 'none'
    ? { text, value: null, decimals: 0 }
    : { text, value: read.value, decimals: read.decimals };
}

const PLACE = /^(?:(funds|indicators)\[(\d+)\]\.)?(\w+)$/;

/** The same record with other numbers at some of its leaves; their evidence says the new text. */
export function withNumbers(record: SelfEvaluation, changes: ReadonlyMap<string, Tried>): SelfEvaluation {
  const changed: SelfEvaluation = {
    ...record,
    funds: record.funds.map((row) => ({ ...row })),
    indicators: record.indicators.map((row) => ({ ...row })),
    evidence: { ...record.evidence },
  };
  for (const [path, { value, text }] of changes) {
    const [, block, index, field] = PLACE.exec(path) ?? [];
    const row = Number(index);
    if (block === 'funds') put(changed.funds[row], FUNDS_NUMBERS, field, value);
    else if (block === 'indicators') put(changed.indicators[row], POINTS, field, value);
    else put(changed, ['totalWeight', 'totalScore'] as const, field, value);
    const evidence = record.evidence[path];
    if (evidence) changed.evidence[path] = { ...evidence, ...chosen(text, evidence.readings ?? []), text };
  }
  return changed;
}

/** The readings with the one that says the text first, and its confidence; nothing where none says it. */
function chosen(text: string, readings: readonly CellReading[]): Pick<Evidence, 'readings' | 'confidence'> | null {
  const taken = readings.find((reading) => reading.text === text);
  return taken
    ? { readings: [taken, ...readings.filter((reading) => reading !== taken)], confidence: taken.confidence }
    : null;
}

function put<Field extends string>(
  row: Record<Field, number | null> | undefined,
  fields: readonly Field[],
  name: string | undefined,
  value: number | null,
): void {
  const field = fields.find((one) => one === name);
  if (row && field) row[field] = value;
}
