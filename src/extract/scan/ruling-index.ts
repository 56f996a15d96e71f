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

const around = (place: number) => [-1, 0, 1].map((offset) => bucketOf(place) + offset);

function add<R>(map: Map<string, R[]>, key: string, ruling: R): void {
  const known = map.get(key);
  if (known) known.push(ruling);
  else map.set(key, [ruling]);
}
