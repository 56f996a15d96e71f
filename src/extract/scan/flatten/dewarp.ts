import { LeastSquares } from '../raster/least-squares.js';
import type { RuleChain } from './rule-traces.js';

/**
 * How a page lies on its picture: askew, in slight perspective, bent. Smooth displacements lead from the picture to the flat page,
 * on which every rule is straight and upright; pixels of the working picture on both sides.
 */
export interface Flattening {
  readonly toFlat: (x: number, y: number) => [x: number, y: number];
  readonly toPicture: (x: number, y: number) => [x: number, y: number];
}

export interface ChainsByAxis {
  readonly horizontal: readonly RuleChain[];
  readonly vertical: readonly RuleChain[];
}

/** Pixels. Shorter rules say little of the page's shape. */
const TELLING_LENGTH = 150;
/** Pixels. A point further from the fitted shape is no rule's. */
const OUTLIER = 2.5;
/** Damping of slope, keystone, bend and bend along the page, for points in units of half a page. */
const DAMPING = [0.01, 2, 2, 8];
const ROUNDS = 3;

/** The shape that makes the long rules straight (least squares over their points, outliers left out on the second round). */
export function flatteningOf(
  { width, height }: { readonly width: number; readonly height: number },
  { horizontal, vertical }: ChainsByAxis,
): Flattening {
  const half = Math.max(width, height) / 2;
  const [middleX, middleY] = [width / 2, height / 2];
  const down = displacementOf(horizontal, { along: middleX, across: middleY, half });
  const right = displacementOf(vertical, { along: middleY, across: middleX, half });
  // A page without rules along one axis is askew along both by the same angle.
  const slopes = [down?.[0] ?? -(right?.[0] ?? 0), right?.[0] ?? -(down?.[0] ?? 0)];
  const [f, g] = [down ?? [slopes[0] as number, 0, 0, 0], right ?? [slopes[1] as number, 0, 0, 0]];
  const [downAt, rightAt] = [displacementBy(f), displacementBy(g)];
  const dy = (x: number, y: number) => half * downAt((x - middleX) / half, (y - middleY) / half);
  const dx = (x: number, y: number) => half * rightAt((y - middleY) / half, (x - middleX) / half);
  return {
    toFlat: (x, y) => [x - dx(x, y), y - dy(x, y)],
    toPicture(flatX, flatY) {
      let [x, y] = [flatX, flatY];
      for (let round = 0; round < ROUNDS; round += 1) {
        const moved = flatX + dx(x, y);
        y = flatY + dy(x, y);
        x = moved;
      }
      return [x, y];
    },
  };
}

const termsAt = (along: number, across: number) => [along, along * across, along * along, along * along * across];

function displacementBy([slope = 0, keystone = 0, bend = 0, twist = 0]: readonly number[]) {
  return (along: number, across: number) => along * (slope + keystone * across + bend * along + twist * along * across);
}

interface Origin {
  readonly along: number;
  readonly across: number;
  readonly half: number;
}

/** The coefficients of the displacement across the rules; null where no rule is long enough to tell. */
function displacementOf(chains: readonly RuleChain[], origin: Origin): number[] | null {
  const telling = chains
    .filter(({ along }) => (along.at(-1) as number) - (along[0] as number) >= TELLING_LENGTH)
    .map((chain) => inUnits(chain, origin));
  if (telling.length === 0) return null;
  const first = displacementBy(fit(telling));
  const near = telling.map((chain) => {
    const offsets = chain.map(([along, across]) => across - first(along, across));
    const middle = medianOf(offsets);
    return chain.filter((_, index) => Math.abs((offsets[index] as number) - middle) * origin.half <= OUTLIER);
  });
  return fit(near.filter((chain) => chain.length > 2));
}

type Point = readonly [along: number, across: number];

const inUnits = ({ along, across }: RuleChain, origin: Origin): Point[] =>
  along.map((at, index) => [
    (at - origin.along) / origin.half,
    ((across[index] as number) - origin.across) / origin.half,
  ]);

/** Each rule has its own place, so only its points' differences from their mean count. */
function fit(chains: readonly (readonly Point[])[]): number[] {
  const equations = new LeastSquares(DAMPING.length);
  for (const chain of chains) {
    const terms = chain.map(([along, across]) => termsAt(along, across));
    const means = DAMPING.map((_, index) => meanOf(terms.map((term) => term[index] as number)));
    const mean = meanOf(chain.map(([, across]) => across));
    chain.forEach(([, across], index) => {
      const term = terms[index] as number[];
      equations.add(
        term.map((value, at) => value - (means[at] as number)),
        across - mean,
      );
    });
  }
  return equations.solve(DAMPING);
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function medianOf(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[ordered.length >> 1] ?? 0;
}
