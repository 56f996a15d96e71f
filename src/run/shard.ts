/** The `index`-th of `count` parts, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

const FORM = /^(?<index>[1-9]\d{0,5})\/(?<count>[1-9]\d{0,5})$/;

/** `2/8`; null for anything else. */
export function parseShard(text: string): Shard | null {
  const { index = '0', count = '0' } = FORM.exec(text)?.groups ?? {};
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count ? shard : null;
}

/** Every `count`-th item, so that files that lie side by side, and take long alike, come to different parts. */
export function shardOf<T>(items: readonly T[], shard: Shard | undefined): readonly T[] {
  return shard === undefined ? items : items.filter((_, place) => place % shard.count === shard.index - 1);
}
