import { AMONG, fundsRow } from '../vocabulary/funds-labels.js';
import { headMeant } from './head-meant.js';
import { numberOf } from '../text/number.js';
import { identityRole, isClosing, type Row, type RowCell } from '../rows/rows.js';
import {
  fundsColumn,
  goalLabels,
  goalRole,
  indicatorColumn,
  isFundsHeader,
  isIndicatorHeader,
  isUpperHeader,
  sectionHead,
} from '../rows/section-heads.js';
import { REMARKS, type SectionRole } from '../vocabulary/words.js';

/** A form's rows by the block they belong to. Headings of whole blocks are taken out of the rows and kept in `heads`. */
export interface Sections {
  readonly identity: Row[];
  readonly funds: Block;
  readonly goals: Block;
  readonly indicators: Block;
  readonly close: Row[];
  readonly heads: { readonly role: SectionRole; readonly cell: RowCell }[];
}

export interface Block {
  /** Header rows, the first one's rows first; a header that the next page repeats is not among them. */
  readonly headers: Row[];
  readonly rows: Row[];
  /** The header again, as the next page repeats it. */
  readonly repeated: Row[];
}

type Place = 'identity' | 'funds' | 'goals' | 'indicators' | 'close';

/** A remark's row holds a label and its text, twice at the most. */
const MOST_TEXTS = 4;

/** A label that speaks for the whole form, with its text beside it or still to come. */
const isRemark = (row: Row) => {
  const first = row.cells[0];
  return (
    first !== undefined &&
    REMARKS.test(first.label.key) &&
    new Set(row.cells.map(({ text }) => text)).size <= MOST_TEXTS
  );
};

const isFundsRow = (row: Row) =>
  row.cells.slice(0, 2).some(({ label }) => fundsRow(label.key.replace(AMONG, '')) !== null);
const hasGoalLabel = (row: Row) => goalLabels(row).some(({ cell }) => cell.text.length < 30);
const isIdentity = (row: Row) => {
  const first = row.cells[0];
  return first !== undefined && row.cells.length >= 2 && identityRole(first.label.key) !== null;
};
/** Amounts side by side under a label that only looks like one of the form's own, as 年度 for 年度资金总额: each of those has one value. */
const holdsAmounts = (row: Row) => {
  const labels = row.cells.filter(({ label }) => identityRole(label.key) !== null);
  return row.cells.filter(({ text }) => numberOf(text).kind === 'number').length > labels.length;
};

/**
 * Takes a block's heading off a row, unless it is the label of the one goal beside it; a heading that was taken off before heads this
 * row too. Among the rows of indicators it stands left of their columns, else it is a name or a value.
 */
function withoutHead(row: Row, { indicators, heads }: Sections): { row: Row; head: Sections['heads'][number] | null } {
  const head = sectionHead(row);
  const key = head?.cell.label.key ?? '';
  const header = indicators.headers[0];
  const isGoal =
    goalRole(key) !== null &&
    goalLabels({ ...row, cells: row.cells.slice(1) }).length === 0 &&
    !heads.some(({ cell }) => cell.label.key === key);
  const inColumns = head !== null && header?.cells[0] !== undefined && head.cell.column >= header.cells[0].column;
  if (!head || inColumns || isGoal || fundsRow(key) !== null || isClosing(row) || identityRole(key) !== null)
    return { row, head: null };
  return { row: { ...row, cells: row.cells.slice(1) }, head };
}

/** Where a row belongs, by its words and by the block that it stands in. */
function placeOf(row: Row, head: SectionRole | null, before: Place, isUpper: boolean): Place {
  if (isUpper || isIndicatorHeader(row)) return 'indicators';
  if (before === 'indicators' || before === 'close') return isClosing(row) || isRemark(row) ? 'close' : before;
  if (isFundsHeader(row)) return 'funds';
  if (before === 'identity' && isIdentity(row)) return 'identity';
  if (hasGoalLabel(row) || (head === 'goals' && before !== 'goals')) return 'goals';
  if (before === 'funds' && !isFundsRow(row) && isIdentity(row) && !holdsAmounts(row)) return 'identity';
  if (before === 'identity' && isFundsRow(row) && row.cells.length > 2) return 'funds';
  return before;
}

const emptyBlock = (): Block => ({ headers: [], rows: [], repeated: [] });

/** Divides a form's rows into its blocks, in one pass from top to bottom. */
export function sectionsOf(rows: readonly Row[]): Sections {
  const sections: Sections = {
    identity: [],
    funds: emptyBlock(),
    goals: emptyBlock(),
    indicators: emptyBlock(),
    close: [],
    heads: [],
  };
  let place: Place = 'identity';
  for (const [index, original] of rows.entries()) {
    const { row, head } = place === 'close' ? { row: original, head: null } : withoutHead(original, sections);
    const isUpper = isUpperHeader(original, rows[index + 1]);
    const next = placeOf(row, head?.role ?? null, place, isUpper);
    const kept = head && next === 'identity' ? original : row;
    if (head && next !== 'identity') sections.heads.push(head);
    place = next;
    if (place === 'identity') sections.identity.push(kept);
    else if (place === 'close') sections.close.push(original);
    else if (
      place === 'indicators' &&
      (isUpper || isHeader(row, isIndicatorHeader, mayNameIndicators, sections.indicators))
    )
      addHeader(sections.indicators, row);
    else if (place === 'funds' && isHeader(row, isFundsHeader, mayNameFunds, sections.funds))
      addHeader(sections.funds, row);
    else sections[place].rows.push(kept);
  }
  return sections;
}

const mayNameFunds = (key: string) => fundsColumn(key) ?? headMeant('funds', key);
const mayNameIndicators = (key: string) => indicatorColumn(key) ?? headMeant('indicators', key);

/**
 * The header, or a second row of it, before any row of the block: names of columns, most of which are known alone, the others together
 * with the row above.
 */
function isHeader(row: Row, isFirst: (row: Row) => boolean, roleOf: (key: string) => unknown, block: Block): boolean {
  if (isFirst(row)) return true;
  if (block.headers.length === 0 || block.rows.length > 0) return false;
  const known = row.cells.filter(({ label }) => roleOf(label.key) !== null);
  return known.length === row.cells.length || (known.length * 2 > row.cells.length && row.cells.every(mayBeName));
}

/** Without a digit, and shorter than any text. */
const mayBeName = ({ text, label }: RowCell) =>
  label.key !== '' && label.key.length <= LONGEST_NAME && !/\d/.test(text);
const LONGEST_NAME = 10;

/** A header after the first rows is the next page's repetition of the first one. */
function addHeader(block: Block, row: Row): void {
  (block.rows.length === 0 ? block.headers : block.repeated).push(row);
}
