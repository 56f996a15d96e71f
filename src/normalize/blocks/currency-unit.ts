import type { Finding } from '../../schema/finding.js';
import { headUnitOf } from '../text/currency.js';
import type { Draft } from '../draft/draft.js';
import type { FormRows } from '../forms/find-forms.js';
import { numberOf } from '../text/number.js';
import { fundsColumn } from '../rows/section-heads.js';
import type { Sections } from '../forms/sections.js';
import type { FundsColumn } from '../vocabulary/words.js';

const AMOUNT_COLUMNS: ReadonlySet<FundsColumn | null> = new Set<FundsColumn>([
  'initialBudget',
  'annualBudget',
  'executed',
]);
const AMOUNT_PATH = /^funds\[\d+\]\.(?:initialBudget|annualBudget|executed)$/;

/** The units that the brackets of the funds block's headings, heads and labels state, each once, in their order. */
function statedUnits({ heads, funds }: Sections): string[] {
  const headings = heads.filter(({ role }) => role === 'funds').map(({ cell }) => cell);
  const cells = [...headings, ...[...funds.headers, ...funds.rows].flatMap((row) => row.cells)];
  const units = cells.flatMap(({ label }) =>
    label.notes.flatMap((note) => {
      const unit = headUnitOf(note);
      // A rate's head may well say per cent.
      return unit === null || (unit === '%' && !AMOUNT_COLUMNS.has(fundsColumn(label.key))) ? [] : [unit];
    }),
  );
  return [...new Set(units)];
}

/** The unit that every amount of the form has in its own cell; null where one has another, or none has any. */
function unitOfCells({ evidence }: Draft): string | null {
  const units = Object.entries(evidence).flatMap(([path, { text }]) => {
    const read = AMOUNT_PATH.test(path) ? numberOf(text) : null;
    return read?.kind === 'number' && read.value !== 0 ? [read.unit] : [];
  });
  const [first = null] = units;
  return units.every((unit) => unit === first) ? first : null;
}

const contradicting = (units: readonly string[]): Finding => ({
  code: 'unit-differs',
  severity: 'error',
  path: 'currencyUnit',
  message: `The form states more than one unit for its amounts: ${units.join(', ')}. The first was taken; amounts are as printed.`,
  messageZh: `表中金额单位不一致：${units.join('、')}。取第一个，金额按所印保留。`,
});

/**
 * The unit of money as printed: from the brackets of the funds block, else from a line 单位：万元 above the form, else from the amounts'
 * own cells. Two that differ are an error: nothing is out by a power of ten without a word.
 */
export function currencyUnitOf(form: FormRows, sections: Sections, draft: Draft): string | null {
  const stated = statedUnits(sections);
  const all = [...new Set([...stated, ...(form.currencyUnit === null ? [] : [form.currencyUnit])])];
  if (all.length > 1) draft.findings.push(contradicting(all));
  return all.find((unit) => unit !== '%') ?? unitOfCells(draft);
}
