import type { SelfEvaluation } from '../schema/record.js';
import { exact, shown, sum, type Exact } from './exact.js';
import type { Identity } from './identity.js';
import { POINTS } from '../schema/number-fields.js';
import { totalFunds } from './leaves.js';

/** An indicator block that has the budget's execution as a level of its own counts it there, not in the funds block. */
const EXECUTION_HEADING = /^(?:预算|资金|项目)?(?:执行|预算执行|资金执行|执行率|预算执行率|资金管理)(?:指标|情况)?$/;
/** What the weights of a form come to, whether or not its 总分 row prints it. */
export const FULL_WEIGHT = 100;

const executionIsIndicator = (record: SelfEvaluation) =>
  record.indicators.some(({ level1, level2 }) => EXECUTION_HEADING.test(level1) || EXECUTION_HEADING.test(level2));

interface Part {
  readonly path: string;
  readonly value: number | null;
}

type Points = (typeof POINTS)[number];

interface Parts {
  readonly indicators: Part[];
  readonly funds: Part[];
}

function partsOf(record: SelfEvaluation, field: Points): Parts {
  const indicators = record.indicators.map((row, index) => ({
    path: `indicators[${index}].${field}`,
    value: row[field],
  }));
  const total = totalFunds(record);
  return { indicators, funds: total ? [{ path: `${total.path}.${field}`, value: total.row[field] }] : [] };
}

const resultOf = (field: Points) => (field === 'weight' ? 'totalWeight' : 'totalScore');

/** What the points come to, as the form states it; null where it doesn't. */
function statedOf(record: SelfEvaluation, field: Points): Exact | null {
  const stated = record[resultOf(field)] ?? (field === 'weight' ? FULL_WEIGHT : null);
  return stated === null ? null : exact(stated);
}

type Choice = (parts: Parts) => Part[];
const withFunds: Choice = ({ indicators, funds }) => [...indicators, ...funds];
const withoutFunds: Choice = ({ indicators }) => indicators;

function closesBy(choice: Choice, record: SelfEvaluation, field: Points): boolean {
  const stated = statedOf(record, field);
  return stated !== null && sum(choice(partsOf(record, field)).map(({ value }) => value)) === stated;
}

/**
 * The parts of both sums: with the funds row, unless its points stand among the indicators and only so more sums close. One choice for
 * both, so that no sum is closed by choosing for it; `sure` where the one sum doesn't need the other to tell, or where it does tell.
 */
function choiceFor(record: SelfEvaluation, field: Points): { choice: Choice; sure: boolean } {
  if (!executionIsIndicator(record)) return { choice: withFunds, sure: true };
  const closing = (choice: Choice) => POINTS.filter((each) => closesBy(choice, record, each)).length;
  const [choice, other] =
    closing(withoutFunds) > closing(withFunds) ? [withoutFunds, withFunds] : [withFunds, withoutFunds];
  const fundsPrintNone = partsOf(record, field).funds.every(({ value }) => value === null);
  const told = POINTS.some(
    (each) => each !== field && closesBy(choice, record, each) && !closesBy(other, record, each),
  );
  return { choice, sure: fundsPrintNone || told };
}

/** Σ indicators + funds row = 总分, in exact hundredths. Source: the 总分 row of the form itself. */
export function pointSum(record: SelfEvaluation, field: Points): readonly Identity[] {
  const result = resultOf(field);
  const target = statedOf(record, field);
  const parts = partsOf(record, field);
  if (target === null || parts.indicators.every(({ value }) => value === null)) return [];
  const { choice, sure } = choiceFor(record, field);
  const members = choice(parts);
  const total = sum(members.map(({ value }) => value));
  if (total === null) return [];
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
      proves: sure ? paths : [],
      arithmetic: {
        kind: 'sum',
        terms: [
          ...members.map(({ path }) => ({ path, sign: 1 as const })),
          ...(record[result] === null ? [] : [{ path: result, sign: -1 as const }]),
        ],
        gap: total - target,
      },
      message: `The ${name} of the indicators and of the funds row add up to ${shown(total)}, but the total states ${shown(target)}.`,
      messageZh: `各指标与资金行的${nameZh}合计为${shown(total)}，而总分为${shown(target)}。`,
    },
  ];
}
