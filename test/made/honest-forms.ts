import fc from 'fast-check';
import type { CentralForm, PrintedFunds, PrintedPoints } from './central-form.js';

/** How an issuer makes two decimals of a quotient. */
export type Rounding = 'truncated' | 'rounded';

/** A decimal as printed, `1234` as `12.34` with two decimals. */
export function printed(units: bigint, decimals = 2): string {
  const scale = 10n ** BigInt(decimals);
  return `${units / scale}.${String(units % scale).padStart(decimals, '0')}`;
}

/** `part` of `whole` in hundredths of a per cent. */
function rateOf(part: bigint, whole: bigint, rounding: Rounding): bigint {
  if (whole === 0n) return 0n;
  return rounding === 'truncated' ? (part * 10_000n) / whole : (part * 20_000n + whole) / (2n * whole);
}

const sum = (parts: readonly bigint[]) => parts.reduce((total, part) => total + part, 0n);

/** What a form is made of. Points are in hundredths, amounts in units of 10^-decimals. */
interface Ingredients {
  readonly rounding: Rounding;
  readonly decimals: number;
  /** A funds row each: initial budget, annual budget, share of it that was spent in thousandths. */
  readonly parts: readonly (readonly [bigint, bigint, bigint])[];
  readonly onlyTotal: boolean;
  /** Weights before they are fitted to 90, and how much of each is lost, in hundredths. */
  readonly indicators: readonly (readonly [bigint, bigint])[];
}

const FUNDS_WEIGHT = 1_000n;
const INDICATORS_WEIGHT = 9_000n;

type Amounts = readonly [initial: bigint, budget: bigint, spent: bigint];

function fundsRow(amounts: Amounts, { rounding, decimals }: Ingredients, isTotal: boolean): PrintedFunds {
  const [initial, budget, spent] = amounts;
  const rate = rateOf(spent, budget, rounding);
  const score = rounding === 'truncated' ? (FUNDS_WEIGHT * rate) / 10_000n : (FUNDS_WEIGHT * rate + 5_000n) / 10_000n;
  return [
    printed(initial, decimals),
    printed(budget, decimals),
    printed(spent, decimals),
    isTotal ? printed(FUNDS_WEIGHT) : '-',
    printed(rate),
    isTotal ? printed(score) : '-',
  ];
}

function formOf(ingredients: Ingredients): CentralForm {
  const { parts, onlyTotal, indicators } = ingredients;
  const rows = parts.map(([initial, budget, share]): Amounts => [initial, budget, (budget * share) / 1_000n]);
  const total = fundsRow(
    [
      sum(rows.map(([initial]) => initial)),
      sum(rows.map(([, budget]) => budget)),
      sum(rows.map(([, , spent]) => spent)),
    ],
    ingredients,
    true,
  );
  const weights = indicators.map(([weight]) => weight);
  const fitted = weights.map((weight) => (weight * INDICATORS_WEIGHT) / sum(weights));
  const last = fitted.length - 1;
  fitted[last] = (fitted[last] ?? 0n) + INDICATORS_WEIGHT - sum(fitted);
  const scores = fitted.map((weight, index) => weight - (weight * (indicators[index]?.[1] ?? 0n)) / 100n);
  const totalScore = sum(scores) + BigInt(total[5].replace('.', ''));
  return {
    funds: [total, ...(onlyTotal ? [] : rows.map((row) => fundsRow(row, ingredients, false)))],
    indicators: fitted.map((weight, index): PrintedPoints => [printed(weight), printed(scores[index] ?? 0n)]),
    total: [printed(10_000n), printed(totalScore)],
  };
}

const amount = fc.oneof(
  fc.bigInt({ min: 0n, max: 9_999n }),
  fc.bigInt({ min: 100n, max: 999_999n }),
  fc.bigInt({ min: 100_000n, max: 99_999_999_999n }),
  fc.bigInt({ min: 1n, max: 999n }).map((tenThousands) => tenThousands * 1_000_000n),
);

/** Forms whose every sum, rate and score is right, in the way of one issuer or another; amounts of two to six decimals. */
export const honestForms: fc.Arbitrary<CentralForm> = fc
  .record({
    rounding: fc.constantFrom<Rounding>('truncated', 'rounded'),
    decimals: fc.constantFrom(2, 2, 2, 4, 6),
    parts: fc.array(fc.tuple(amount, amount, fc.oneof(fc.constant(1_000n), fc.bigInt({ min: 0n, max: 1_000n }))), {
      minLength: 1,
      maxLength: 3,
    }),
    onlyTotal: fc.boolean(),
    indicators: fc.array(
      fc.tuple(fc.bigInt({ min: 1n, max: 8n }), fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 60n }))),
      { minLength: 2, maxLength: 12 },
    ),
  })
  .map(formOf);
