/** A range of numbers from `from`, which belongs to it, to `to`, which does not. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** 100 stands alone: it is what most forms print, and what is above it is worth a look. */
export const RATE_BINS: readonly Bin[] = [
  { from: -Infinity, to: 60, label: '&lt; 60' },
  { from: 60, to: 80, label: '60 – 80' },
  { from: 80, to: 90, label: '80 – 90' },
  { from: 90, to: 95, label: '90 – 95' },
  { from: 95, to: 100, label: '95 – 100' },
  { from: 100, to: 100 + Number.EPSILON * 100, label: '= 100' },
  { from: 100 + Number.EPSILON * 100, to: Infinity, label: '&gt; 100' },
];

/** The limits of 评分等级: 优 from 90, 良 from 80, 中 from 60 (财预〔2020〕10号), the highest split. */
export const SCORE_BINS: readonly Bin[] = [
  { from: -Infinity, to: 60, label: '&lt; 60' },
  { from: 60, to: 80, label: '60 – 80' },
  { from: 80, to: 90, label: '80 – 90' },
  { from: 90, to: 95, label: '90 – 95' },
  { from: 95, to: 98, label: '95 – 98' },
  { from: 98, to: 100, label: '98 – 100' },
  { from: 100, to: Infinity, label: '≥ 100' },
];

/** The numbers of the values in each bin, and of those that are not there. */
export function binned(
  values: readonly (number | null)[],
  bins: readonly Bin[],
): { readonly bins: number[][]; readonly none: number[] } {
  const filled = bins.map((): number[] => []);
  const none: number[] = [];
  values.forEach((value, number) => {
    if (value === null) none.push(number);
    else filled[bins.findIndex(({ from, to }) => value >= from && value < to)]?.push(number);
  });
  return { bins: filled, none };
}
