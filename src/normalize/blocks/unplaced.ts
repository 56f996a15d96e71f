import type { Finding } from '../../schema/finding.js';
import type { Other } from '../../schema/record.js';
import type { Account, Unplaced } from '../draft/account.js';
import { paragraphsOf } from '../text/canonical.js';
import type { Sections } from '../forms/sections.js';
import type { RowCell } from '../rows/rows.js';
import { numberOf } from '../text/number.js';

/** A row of a list rather than one of its fields: whichever field of the row is near, the row as a whole is to be looked at. */
const parentOf = (path: string) => /^(?:indicators|funds)\[\d+\]/.exec(path)?.[0] ?? path;

/** Characters. Longer texts are named by their beginning. */
export const LONGEST_NAMED = 120;
const named = (text: string) => (text.length > LONGEST_NAMED ? `${text.slice(0, LONGEST_NAMED)}…` : text);

function findingOf({ text, near }: Unplaced): Finding {
  return {
    code: 'text-unplaced',
    severity: /\p{N}/u.test(text) ? 'error' : 'warning',
    path: near === null ? '' : parentOf(near),
    message: `The form prints “${named(text)}” near here, and no field or label takes it. It is kept under “other”. Look at the page.`,
    messageZh: `此处附近的“${named(text)}”不属于任何字段或标签，已存入“other”，请对照原件核对。`,
  };
}

/** What is printed on the form and ended nowhere: kept under `other` without a label, each with a finding. */
export function unplacedOf(account: Account): { readonly others: Other[]; readonly findings: Finding[] } {
  const unplaced = account.unplaced();
  return {
    others: unplaced.map(({ text }) => ({ label: '', text: paragraphsOf(text) })),
    findings: unplaced.map(findingOf),
  };
}

/** A number is no column's name. */
const mayBeName = ({ text }: RowCell) => numberOf(text).kind !== 'number';

/** Headings of blocks and the names of columns, with their repetition on the next page, have said what they have to say. */
export function ownHeaders({ funds, goals, indicators, heads }: Sections, account: Account): void {
  account.own(
    heads.map(({ cell }) => cell),
    'label',
  );
  for (const { headers, repeated } of [funds, goals, indicators])
    for (const { cells } of [...headers, ...repeated]) account.own(cells.filter(mayBeName), 'header');
}
