/**
 * A straight rule of a table, along one axis of the upright page: at `at` on the other axis, from `from` to `to` (from ≤ to).
 * Points, origin top left.
 */
export interface Ruling {
  readonly axis: Axis;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export type Axis = 'horizontal' | 'vertical';
