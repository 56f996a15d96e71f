import type { Axis, Ruling } from '../../lattice/ruling.js';

/** Pixels of a bucket: wider than any tolerance that is asked for. */
const BUCKET = 4;

const bucketOf = (place: number) => Math.floor(place / BUCKET);

type Buckets<R> = Map<number, R[]>;
const byAxis = <R>(): Readonly<Record<Axis, Buckets<R>>> => ({ horizontal: new Map(), vertical: new Map() });

/** Rulings by where they lie: those in one line, and those that end at one height. */
export class RulingIndex<R extends Ruling> {
  readonly #lines = byAxis<R>();
  readonly #ends = { from: byAxis<R>(), to: byAxis<R>() };

  constructor(rulings: readonly R[]) {
    for (const ruling of rulings) this.add(ruling);
  }

  add(ruling: R): void {
    add(this.#lines[ruling.axis], ruling.at, ruling);
    for (const end of ['from', 'to'] as const) add(this.#ends[end][ruling.axis], ruling[end], ruling);
  }

  remove(ruling: R): void {
    remove(this.#lines[ruling.axis], ruling.at, ruling);
    for (const end of ['from', 'to'] as const) remove(this.#ends[end][ruling.axis], ruling[end], ruling);
  }

  /** Those along an axis that lie at most `tolerance` beside `at`. */
  inLine(axis: Axis, at: number, tolerance: number): R[] {
    return near(this.#lines[axis], at, (ruling) => Math.abs(ruling.at - at) <= tolerance);
  }

  /** Those along an axis that begin (`from`) or end (`to`) at most `tolerance` beside `place`. */
  ending(axis: Axis, end: 'from' | 'to', place: number, tolerance: number): R[] {
    return near(this.#ends[end][axis], place, (ruling) => Math.abs(ruling[end] - place) <= tolerance);
  }
}

/** The rulings along each axis by where they lie, for those that a stretch meets. */
export class CrossingIndex<R extends Ruling> {
  readonly #ordered: Readonly<Record<Axis, readonly R[]>>;

  constructor(rulings: readonly R[]) {
    const along = (axis: Axis) => rulings.filter((ruling) => ruling.axis === axis).sort((a, b) => a.at - b.at);
    this.#ordered = { horizontal: along('horizontal'), vertical: along('vertical') };
  }

  /** Those across an axis that lie between two places and reach to `at`, give or take `tolerance`. */
  across(axis: Axis, [from, to]: readonly [number, number], at: number, tolerance: number): R[] {
    const ordered = this.#ordered[axis === 'horizontal' ? 'vertical' : 'horizontal'];
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[middle]?.at ?? Infinity) < from - tolerance) low = middle + 1;
      else high = middle;
    }
    const met: R[] = [];
    for (let index = low; index < ordered.length; index += 1) {
      const ruling = ordered[index] as R;
      if (ruling.at > to + tolerance) break;
      if (at >= ruling.from - tolerance && at <= ruling.to + tolerance) met.push(ruling);
    }
    return met;
  }
}

/** Those in the buckets around a place that are wanted. */
function near<R>(buckets: Buckets<R>, place: number, isWanted: (ruling: R) => boolean): R[] {
  const found: R[] = [];
  const middle = bucketOf(place);
  for (let bucket = middle - 1; bucket <= middle + 1; bucket += 1)
    for (const ruling of buckets.get(bucket) ?? []) if (isWanted(ruling)) found.push(ruling);
  return found;
}

function add<R>(buckets: Buckets<R>, place: number, ruling: R): void {
  const bucket = buckets.get(bucketOf(place));
  if (bucket) bucket.push(ruling);
  else buckets.set(bucketOf(place), [ruling]);
}

function remove<R>(buckets: Buckets<R>, place: number, ruling: R): void {
  const bucket = buckets.get(bucketOf(place));
  bucket?.splice(bucket.indexOf(ruling), 1);
}
