import type { Draft } from '../draft/draft.js';
import { labelOf } from '../vocabulary/label.js';
import type { Row, RowCell } from '../rows/rows.js';
import { headMeant, ROLE_OF, type HeadBlock } from './head-meant.js';
import type { Sections } from './sections.js';

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
