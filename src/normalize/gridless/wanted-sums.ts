import { numberOf } from '../text/number.js';
import { closeRole, type Row } from '../rows/rows.js';
import type { WantedSums } from './indicator-beam.js';

/** What every form's points add up to. */
const WHOLE = 100;
/** What most forms give for the budget, where a form does not tell. */
const USUAL_BUDGET = 10;

const hundredths = (value: number) => Math.round(value * 100);

function numbersBehindTotal(close: readonly Row[]): number[] {
  const total = close.find(({ cells }) => closeRole(cells[0]?.label.key ?? '') === 'total');
  return (total?.cells.slice(1) ?? []).flatMap(({ text }) => {
    const read = numberOf(text);
    return read.kind === 'number' ? [read.value] : [];
  });
}

/** The sums that the indicators' points should have: those of the total's row, with or without the budget's points. */
export function wantedSums(
  close: readonly Row[],
  budget: { readonly weight: number | null; readonly score: number | null } | null,
): WantedSums {
  const [first, second] = numbersBehindTotal(close);
  const weight = second === undefined ? WHOLE : (first ?? WHOLE);
  const score = second ?? (first !== undefined && first < WHOLE ? first : undefined);
  const ofBudget = budget === null ? [0, USUAL_BUDGET] : [budget.weight ?? USUAL_BUDGET, 0];
  const weights = ofBudget.map((points) => hundredths(weight - points));
  const scores = score === undefined ? [] : [hundredths(score - (budget?.score ?? 0)), hundredths(score)];
  return { weights, scores };
}
