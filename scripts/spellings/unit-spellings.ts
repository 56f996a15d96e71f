import { equals, mustBeTold, oneOf, type Expectation } from './expectation.js';
import { numberSpelling } from './number-spelling.js';
import type { Spelling, Trial } from './trial.js';
import { withTexts, type TrueForm } from './true-form.js';

const UNITS = ['元', '千元', '万元', '十万元', '百万元', '亿元', '美元', '%', '人'] as const;
const GROUP = 'units';

/** A unit behind the number, in the amount's cell: the form's own is nothing new, any other is told. 0 is 0 in every unit. */
const inCells = UNITS.map((unit) =>
  numberSpelling({
    name: `311.00${unit}`,
    group: GROUP,
    kinds: ['amount'],
    write: (digits) => (Number(digits) === 0 ? null : `${digits}${unit}`),
    expected: (value, form) => (unit === form.unit ? equals(value) : mustBeTold),
  }),
);

const AT_UNIT: Expectation = { ...mustBeTold, alsoAt: ['currencyUnit'] };
const AMOUNT_FIELDS = ['initialBudget', 'annualBudget', 'executed'];

/** A unit in the head of one column of amounts. */
const inHeads = UNITS.filter((unit) => unit !== '人').map((unit): Spelling => ({
  name: `head 年初预算数（${unit}）`,
  group: GROUP,
  trials: (form) =>
    form.heads
      .filter(({ block, field }) => block === 'funds' && AMOUNT_FIELDS.includes(field))
      .flatMap((head): Trial[] => {
        const cells = form.cells.filter(({ path, text }) => path.endsWith(`.${head.field}`) && /[1-9]/.test(text));
        const text = `${head.text}（${unit}）`;
        const expected = cells.map(({ path, text: number }): [string, Expectation] => [
          path,
          unit === form.unit ? equals(Number(number.replaceAll(',', ''))) : AT_UNIT,
        ]);
        return [{ rows: withTexts(form.rows, [{ ...head, text }]), rewritten: new Map(expected), printed: text }];
      }),
}));

const BRACKETED_UNIT = /[（(]\s*(?:万\s*)?元\s*[）)]/;

/** The block's own unit is another one, or none. */
function ofBlock(name: string, unit: string | null): Spelling {
  const isUnit: Expectation = unit === null ? mustBeTold : oneOf(equals(unit));
  const trials = (form: TrueForm): Trial[] => {
    const cells = form.rows.flatMap((texts, row) =>
      texts.flatMap((text, column) =>
        BRACKETED_UNIT.test(text) && !form.cells.some((cell) => cell.row === row && cell.column === column)
          ? [{ row, column, text }]
          : [],
      ),
    );
    if (cells.length === 0) return [];
    const texts = cells.map((cell) => ({
      ...cell,
      text: cell.text.replace(BRACKETED_UNIT, unit === null ? '' : `（${unit}）`),
    }));
    const rewritten = new Map([['currencyUnit', { ...isUnit, alsoAt: ['funds'] }]]);
    return [{ rows: withTexts(form.rows, texts), rewritten, printed: texts[0]?.text ?? '' }];
  };
  return { name, group: GROUP, trials };
}

/** Spellings of units: point 4 of the promise. */
export const UNIT_SPELLINGS: readonly Spelling[] = [
  ...inCells,
  ...inHeads,
  ofBlock('block without a unit', null),
  ...UNITS.filter((unit) => unit !== '%' && unit !== '人').map((unit) => ofBlock(`block （${unit}）`, unit)),
];
