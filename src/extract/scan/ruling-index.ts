import type { Axis, Ruling } from '../lattice/ruling.js';

/** Pixels of a bucket: wider than any tolerance that is asked for. */
const BUCKET = 4;

const bucketOf = (place: number) => Math.floor(place / BUCKET);

/** Rulings by where they lie: those in one line, and those that end at one height. Keeps their order. */
export class RulingIndex<R extends Ruling> {
  readonly #lines = new Map<string, R[]>();
  readonly #ends = new Map<string, R[]>();

  constructor(rulings: readonly R[]) {
    for (const ruling of rulings) {
      add(this.#lines, `${ruling.axis} ${bucketOf(ruling.at)}`, ruling);
      add(this.#ends, `${ruling.axis} from ${bucketOf(ruling.from)}`, ruling);
      add(this.#ends, `${ruling.axis} to ${bucketOf(ruling.to)}`, ruling);
    }
  }

  /** Those along an axis that lie at most `tolerance` beside `at`. */
  inLine(axis: Axis, at: number, tolerance: number): R[] {
    return around(at)
      .flatMap((bucket) => this.#lines.get(`${axis} ${bucket}`) ?? [])
      .filter((ruling) => Math.abs(ruling.at - at) <= tolerance);
  }

  /** Those along an axis that begin (`from`) or end (`to`) at most `tolerance` beside `place`. */
  ending(axis: Axis, end: 'from' | 'to', place: number, tolerance: number): R[] {
    return around(place)
      .flatMap((bucket) => this.#ends.get(`${axis} ${end} ${bucket}`) ?? [])
      .filter((ruling) => Math.abs(ruling[end] - place) <= tolerance);
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

const around = (place: number) => [-1, 0, 1].map((offset) => bucketOf(place) + offset);

function add<R>(map: Map<string, R[]>, key: string, ruling: R): void {
  const known = map.get(key);
  if (known) known.push(ruling);
  else map.set(key, [ruling]);
}
