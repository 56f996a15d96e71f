import type { Finding, Repair } from '../../schema/finding.js';
import type { Evidence, Other } from '../../schema/record.js';
import type { Line } from '../../schema/sheet.js';
import { Account } from './account.js';
import { proseOf } from '../text/canonical.js';
import type { RowCell } from '../rows/rows.js';
import { numberOf, withPointForColon } from '../text/number.js';
import { joinReadings, leastConfidence } from '../rows/readings.js';

/** What is gathered on the way from a form's rows to its record: where each leaf came from, what was changed, what is odd. */
export interface Draft {
  readonly evidence: Record<string, Evidence>;
  readonly repairs: Repair[];
  readonly findings: Finding[];
  readonly other: Other[];
  readonly account: Account;
}

export const newDraft = (account = new Account()): Draft => ({
  evidence: {},
  repairs: [],
  findings: [],
  other: [],
  account,
});

/** Keeps what no field holds under the label that it stands beside. */
export function keepOther(draft: Draft, label: string, cells: readonly RowCell[], text?: string): void {
  draft.other.push({ label, text: text ?? proseOf(cells.map((cell) => cell.text).join('\n')) });
  draft.account.own(cells, 'other');
}

/**
 * Notes where a leaf came from. A leaf that several cells make up has the first one's place, all the texts, each part's place, and the
 * confidence of the least sure part.
 */
export function witness(draft: Draft, path: string, cells: readonly RowCell[]): void {
  const first = cells[0];
  if (!first) return;
  draft.account.own(cells, { field: path });
  const { page, box, at, stored } = first.cell;
  const text = cells.length === 1 ? first.text : cells.map((cell) => cell.text).join('\n');
  const parts = cells.length === 1 && !first.parts ? [] : partsOf(cells);
  const readings = joinReadings(
    cells.map((cell) => ({ text: cell.text, readings: cell.cell.readings })),
    '\n',
  );
  for (const { text: after, instead } of cells)
    if (instead !== undefined) draft.repairs.push({ code: 'reading-chosen', path, before: instead, after });
  draft.evidence[path] = {
    text,
    page,
    box,
    ...(at === undefined ? {} : { at }),
    ...(stored === undefined || cells.length > 1 ? {} : { stored }),
    confidence: leastConfidence(cells.map(({ cell }) => cell)),
    ...(parts.length > 1 ? { parts } : {}),
    ...(readings === undefined ? {} : { readings }),
    proof: [],
  };
}

/** Where the parts of a text stand. */
const partsOf = (cells: readonly RowCell[]) =>
  cells
    .flatMap((cell) => cell.parts ?? [cell])
    .flatMap(({ text, cell: { page, box, at } }) =>
      page === null && at === undefined ? [] : [{ text, page, box, ...(at === undefined ? {} : { at }) }],
    );

/** Notes the line that a leaf was taken from, where it was recognised in a picture. */
export function witnessLine(draft: Draft, path: string, line: Line | null): void {
  if (line?.readings === undefined) return;
  const { text, page, box, readings } = line;
  draft.evidence[path] = { text, page, box, confidence: readings[0]?.confidence ?? null, readings, proof: [] };
}

/** Reads a number cell into a leaf: its value, or null with a finding where something else stands there. */
export function numberAt(draft: Draft, path: string, cell: RowCell | undefined): number | null {
  if (!cell) return null;
  witness(draft, path, [cell]);
  const read = numberOf(cell.text);
  if (read.kind === 'none') return null;
  if (read.kind === 'unreadable' || (read.negative !== null && !AMOUNT.test(path))) {
    const pointed = numberUnderSpeck(draft, path, cell);
    if (pointed !== null) return pointed;
    draft.findings.push({
      code: 'not-a-number',
      severity: 'error',
      path,
      message: `A number should stand here, but the cell reads “${cell.text}”. Look at the page.`,
      messageZh: `此处应为数字，单元格内容却是“${cell.text}”，请核对原件。`,
    });
    return null;
  }
  if (read.repaired !== null)
    draft.repairs.push({ code: 'digit-lookalike', path, before: cell.text, after: read.repaired });
  if (read.negative !== null) draft.findings.push(writtenNegative(path, cell.text, read.value));
  return read.value;
}

/** Only amounts fall below zero; a rate or points in brackets are something else. */
const AMOUNT = /\.(?:initialBudget|annualBudget|executed)$/;

const writtenNegative = (path: string, text: string, value: number): Finding => ({
  code: 'negative-amount',
  severity: 'note',
  path,
  message: `The amount is printed as “${text}”, as accounts write amounts below zero; it was taken as ${value}.`,
  messageZh: `金额印为“${text}”，按会计习惯表示负数，取值${value}。`,
});

/** The number of a scan whose point readers took for a colon, with a finding; null where the cell is none. */
function numberUnderSpeck(draft: Draft, path: string, { text, cell }: RowCell): number | null {
  const pointed = cell.readings === undefined ? null : withPointForColon(text);
  const read = pointed === null ? null : numberOf(pointed);
  if (pointed === null || read?.kind !== 'number') return null;
  draft.repairs.push({ code: 'digit-lookalike', path, before: text, after: pointed });
  draft.findings.push({
    code: 'reading-doubtful',
    severity: 'warning',
    path,
    message: `It was read as “${text}”, and ${pointed} was taken: a speck may stand above the point. Compare it with the page.`,
    messageZh: `识别结果为“${text}”，取值${pointed}（小数点上方可能有污点），请对照原件核对。`,
  });
  return read.value;
}
