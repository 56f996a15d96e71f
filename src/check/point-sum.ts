import type { SelfEvaluation } from '../schema/record.js';
import { exact, shown, sum } from './exact.js';
import type { Identity } from './identity.js';
import { totalFunds } from './leaves.js';

/** An indicator block that has the budget's execution as a level of its own counts it there, not in the funds block. */
const EXECUTION_HEADING = /^(?:预算|资金|项目)?(?:执行|预算执行|资金执行|执行率|预算执行率|资金管理)(?:指标|情况)?$/;
/** What the weights of a form come to, whether or not its 总分 row prints it. */
const FULL_WEIGHT = 100;

const executionIsIndicator = (record: SelfEvaluation) =>
  record.indicators.some(({ level1, level2 }) => EXECUTION_HEADING.test(level1) || EXECUTION_HEADING.test(level2));

interface Part {
  readonly path: string;
  readonly value: number | null;
}

function partsOf(record: SelfEvaluation, field: 'weight' | 'score'): { indicators: Part[]; funds: Part[] } {
  const indicators = record.indicators.map((row, index) => ({
    path: `indicators[${index}].${field}`,
    value: row[field],
  }));
  const total = totalFunds(record);
  return { indicators, funds: total ? [{ path: `${total.path}.${field}`, value: total.row[field] }] : [] };
}

const EMPTY: readonly Identity[] = [];

/** Σ indicators + funds row = 总分, in exact hundredths. Source: the 总分 row of the form itself. */
export function pointSum(record: SelfEvaluation, field: 'weight' | 'score'): readonly Identity[] {
  const result = field === 'weight' ? 'totalWeight' : 'totalScore';
  const { indicators, funds } = partsOf(record, field);
  const stated = record[result] ?? (field === 'weight' ? FULL_WEIGHT : null);
  const target = stated === null ? null : exact(stated);
  if (target === null || indicators.every(({ value }) => value === null)) return EMPTY;
  const withFunds = [...indicators, ...funds];
  const withoutFunds = sum(indicators.map(({ value }) => value)) === target && executionIsIndicator(record);
  const members = withoutFunds ? indicators : withFunds;
  const total = sum(members.map(({ value }) => value));
  if (total === null) return EMPTY;
  const paths = [
    ...members.filter(({ value }) => value !== null).map(({ path }) => path),
    ...(record[result] === null ? [] : [result]),
  ];
  const closes = total === target;
  const [name, nameZh] = field === 'weight' ? ['weights', '分值'] : ['scores', '得分'];
  return [
    {
      code: `${field}-sum`,
      result,
      members: paths,
      closes,
      proves: paths,
      message: `The ${name} of the indicators and of the funds row add up to ${shown(total)}, but the total states ${shown(target)}.`,
      messageZh: `各指标与资金行的${nameZh}合计为${shown(total)}，而总分为${shown(target)}。`,
    },
  ];
}
