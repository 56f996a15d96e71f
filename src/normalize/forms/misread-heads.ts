import type { Draft } from '../draft/draft.js';
import { FUNDS_HEADS, INDICATOR_HEADS, OTHER_MEANING } from '../vocabulary/head-words.js';
import { labelOf } from '../vocabulary/label.js';
import type { Row, RowCell } from '../rows/rows.js';
import { fundsColumn, indicatorColumn } from '../rows/section-heads.js';
import type { Sections } from './sections.js';

type HeadBlock = 'funds' | 'indicators';

const WORDS: Readonly<Record<HeadBlock, readonly string[]>> = { funds: FUNDS_HEADS, indicators: INDICATOR_HEADS };
const ROLE_OF: Readonly<Record<HeadBlock, (key: string) => string | null>> = {
  funds: fundsColumn,
  indicators: indicatorColumn,
};
/** Characters. Of a shorter name too little is left to tell what was meant. */
const SHORTEST = 3;

/** True where `key` is `word` with one character taken for another, or with one lost; a character more makes another name. */
function isOneOff(key: string, word: string): boolean {
  const [read, meant] = [Array.from(key), Array.from(word)];
  const lost = meant.length - read.length;
  if (lost !== 0 && lost !== 1) return false;
  const at = meant.findIndex((sign, index) => sign !== read[index]);
  if (at < 0 || (lost === 0 && OTHER_MEANING.test(read[at] ?? ''))) return false;
  return meant.slice(at + 1).join('') === read.slice(lost === 1 ? at : at + 1).join('');
}

/** The one known name of a column that an unknown one is a character off; null where there is none, or more than one. */
export function headMeant(block: HeadBlock, key: string): string | null {
  if (Array.from(key).length < SHORTEST || ROLE_OF[block](key) !== null) return null;
  const near = WORDS[block].filter((word) => isOneOff(key, word));
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** The header rows with their misread names put right, each a repair and a warning. A column that the header names anyway is left. */
function withNamesMeant(headers: readonly Row[], block: HeadBlock, draft: Draft): Row[] {
  const roleOf = ROLE_OF[block];
  const named = new Set(headers.flatMap(({ cells }) => cells.map(({ label }) => roleOf(label.key))));
  const meant = (cell: RowCell): RowCell => {
    const word = headMeant(block, cell.label.key);
    const role = word === null ? null : roleOf(word);
    if (word === null || role === null || named.has(role)) return cell;
    named.add(role);
    noteMisread(draft, block, cell, word);
    return { ...cell, label: { ...cell.label, key: labelOf(word).key } };
  };
  return headers.map((row) => ({ ...row, cells: row.cells.map(meant) }));
}

/** Readers of a scan take a character for another every day: there it is a note. In any other text it is odd. */
function noteMisread(draft: Draft, block: HeadBlock, { text: before, cell }: RowCell, after: string): void {
  draft.repairs.push({ code: 'header-misread', path: block, before, after });
  draft.findings.push({
    code: 'header-unsure',
    severity: cell.readings === undefined ? 'warning' : 'note',
    path: block,
    message: `The column “${before}” was taken as ${after}, the only known name that it is one character off. Compare the header with the page.`,
    messageZh: `表头“${before}”与已知列名“${after}”仅差一字，已按后者读取，请对照原件核对。`,
  });
}

/** A form's blocks with the misread names of their columns put right. */
export const withHeadsMeant = (sections: Sections, draft: Draft): Sections => ({
  ...sections,
  funds: { ...sections.funds, headers: withNamesMeant(sections.funds.headers, 'funds', draft) },
  indicators: { ...sections.indicators, headers: withNamesMeant(sections.indicators.headers, 'indicators', draft) },
});
