import type { Grey } from '../raster/raster.js';

/** A rule as it lies on the picture: points along it, one a strip. Pixels of the working picture. */
export interface RuleChain {
  /** Ascending: the middle of each strip that the rule was seen in. */
  readonly along: readonly number[];
  /** The rule's middle there, on the other axis. */
  readonly across: readonly number[];
  /** Where its darkness begins and ends, to the pixel. */
  readonly from: number;
  readonly to: number;
  /** The part of its length that is dark, 0 to 1: text that happens to stand in a row has gaps. */
  readonly density: number;
}

/** Pixels. The length of picture in which a rule is looked for at once. */
export const STRIP = 8;
/** Pixels to both sides of a rule in which its paper is looked for: beyond the thickest rule, before the next text. */
const BESIDE = 5;
/** The part of a strip's length that must be dark for a rule to pass through it. */
const COVERED = 0.45;
/** Pixels. How far a rule may move from one strip to the next: 8° of slope. */
const DRIFT = 1.2;
/** Less of a rule's own darkness than this is the blur around its end. */
const END_SHARE = 0.4;
/** Strips that a rule may be missing in: a wider gap may be a merged cell. */
const GAP = 1;

/** The darkness of a page for the rules along one axis: as it is, and blurred along them. Rows of the vertical ones run down the page. */
export interface AxisPicture {
  readonly dark: Grey;
  readonly streaks: Grey;
}

/**
 * The rules that run along an axis. Each strip of the picture across the axis shows a rule as a narrow peak of darkness; peaks that
 * follow each other make a chain, so that a rule may be askew, bent, broken or faint. A rule is at least `least` darker than its paper, of 255.
 */
export function ruleChainsOf({ dark, streaks }: AxisPicture, least: number): RuleChain[] {
  const open: OpenChain[] = [];
  const done: OpenChain[] = [];
  const strips = darkStripsOf(dark, least);
  for (let strip = 0; strip < strips.length; strip += 1) {
    const peaks = peaksOf(strips[strip] as DarkStrip, least);
    extend(open, peaks, strip);
    for (let at = open.length - 1; at >= 0; at -= 1) {
      const chain = open[at] as OpenChain;
      if (strip - chain.lastStrip > GAP) {
        done.push(chain);
        open.splice(at, 1);
      }
    }
  }
  return [...done, ...open]
    .filter(({ along }) => along.length > 1)
    .map((chain) => measured(dark, streaks, chain, least));
}

/** The picture blurred along its rows: the dots of a dotted rule run together, noise grows faint. */
export function streaksOf({ width, height, data }: Grey): Grey {
  const out = new Uint8Array(data.length);
  const half = STRIP / 2;
  for (let y = 0; y < height; y += 1) {
    const [start, end] = [y * width, (y + 1) * width];
    const [inner, outer] = [Math.min(end, start + half), Math.min(end, Math.max(start + half, end - half))];
    let sum = 0;
    for (let at = start; at < inner; at += 1) sum += data[at] as number;
    // Where the blurred stretch begins before the row, lies within it, ends behind it.
    for (let at = start; at < inner; at += 1) {
      if (at + half < end) sum += data[at + half] as number;
      out[at] = (sum / STRIP) | 0;
    }
    for (let at = inner; at < outer; at += 1) {
      sum += (data[at + half] as number) - (data[at - half] as number);
      out[at] = (sum / STRIP) | 0;
    }
    for (let at = outer; at < end; at += 1) {
      sum -= data[at - half] as number;
      out[at] = (sum / STRIP) | 0;
    }
  }
  return { width, height, data: out };
}

/** Follows a rule from its middle strips to where its darkness ends. */
function measured(sharp: Grey, streaks: Grey, { along, across, slope }: OpenChain, least: number): RuleChain {
  const { width, height } = streaks;
  const darkAt = (x: number, y: number, { data }: Grey) => {
    const row = Math.round(y);
    if (x < 0 || x >= width || row < 1 || row >= height - 1) return 0;
    const at = row * width + x;
    return Math.max(data[at - width] as number, data[at] as number, data[at + width] as number);
  };
  const isDark = (x: number, y: number) => darkAt(x, y, streaks) >= least;
  const usual = along.reduce((sum, x, index) => sum + darkAt(x, across[index] as number, streaks), 0) / along.length;
  const ends = (x: number, y: number) => darkAt(x, y, sharp) < Math.max(least, END_SHARE * usual);
  const [first, last] = [along[0] as number, along.at(-1) as number];
  const [start, end] = [across[0] as number, across.at(-1) as number];
  const tilt = slope / STRIP;
  let [from, to] = [first, last];
  while (isDark(from - 1, start + (from - 1 - first) * tilt)) from -= 1;
  while (isDark(to + 1, end + (to + 1 - last) * tilt)) to += 1;
  // The blur reaches beyond the rule.
  while (from < first && ends(from, start + (from - first) * tilt)) from += 1;
  while (to > last && ends(to, end + (to - last) * tilt)) to -= 1;
  let dark = 0;
  for (let x = first, index = 0; x <= last; x += 1) {
    while (index + 2 < along.length && (along[index + 1] as number) <= x) index += 1;
    const [left, right] = [along[index] as number, along[index + 1] as number];
    const part = (x - left) / (right - left);
    if (isDark(x, (across[index] as number) * (1 - part) + (across[index + 1] as number) * part)) dark += 1;
  }
  return { along, across, from, to, density: dark / (last - first + 1) };
}

interface OpenChain {
  readonly along: number[];
  readonly across: number[];
  lastStrip: number;
  /** Pixels a strip. */
  slope: number;
}

/** Gives each peak to the chain that it goes on with; a peak that none expects begins one. */
function extend(open: OpenChain[], peaks: readonly number[], strip: number): void {
  const along = strip * STRIP + STRIP / 2;
  const taken = new Set<OpenChain>();
  for (const peak of peaks) {
    let best: OpenChain | undefined;
    let nearest = Infinity;
    for (const chain of open) {
      const steps = strip - chain.lastStrip;
      const expected = (chain.across.at(-1) as number) + chain.slope * steps;
      const distance = Math.abs(peak - expected);
      if (distance < nearest && distance <= DRIFT && !taken.has(chain)) [best, nearest] = [chain, distance];
    }
    if (best) {
      taken.add(best);
      best.along.push(along);
      best.across.push(peak);
      best.lastStrip = strip;
      best.slope = slopeOf(best);
    } else {
      const chain = { along: [along], across: [peak], lastStrip: strip, slope: 0 };
      open.push(chain);
      taken.add(chain);
    }
  }
}

/** Over the last strips, as a rule bends slowly. */
function slopeOf({ along, across }: OpenChain): number {
  const from = Math.max(0, along.length - 13);
  const steps = ((along.at(-1) as number) - (along[from] as number)) / STRIP;
  return steps < 3 ? 0 : ((across.at(-1) as number) - (across[from] as number)) / steps;
}

/** A strip of the picture: for each of its rows the mean darkness, and how many of its pixels are dark. */
interface DarkStrip {
  readonly profile: Float32Array;
  readonly covered: Uint8Array;
}

/** The strips beside one another; row by row, as the picture lies in memory. */
function darkStripsOf({ width, height, data }: Grey, least: number): DarkStrip[] {
  const strips = Array.from({ length: Math.floor(width / STRIP) }, () => ({
    profile: new Float32Array(height),
    covered: new Uint8Array(height),
  }));
  for (let y = 0; y < height; y += 1)
    for (let strip = 0, x = y * width; strip < strips.length; strip += 1) {
      let sum = 0;
      let count = 0;
      for (const end = x + STRIP; x < end; x += 1) {
        const value = data[x] as number;
        sum += value;
        if (value >= least) count += 1;
      }
      if (sum === 0) continue; // most of a page is paper
      const { profile, covered } = strips[strip] as DarkStrip;
      profile[y] = sum / STRIP;
      covered[y] = count;
    }
  return strips;
}

/** Where rules cross a strip. */
function peaksOf({ profile, covered }: DarkStrip, least: number): number[] {
  const height = profile.length;
  const peaks: number[] = [];
  for (let y = BESIDE; y < height - BESIDE; y += 1) {
    const value = profile[y] as number;
    if (value < least || value < (profile[y - 1] as number) || value <= (profile[y + 1] as number)) continue;
    const beside = ((profile[y - BESIDE] as number) + (profile[y + BESIDE] as number)) / 2;
    if (value - beside < least) continue;
    // A rule that slopes through the strip is dark in neighbouring rows in turn.
    const most = Math.max(covered[y - 1] as number, covered[y] as number, covered[y + 1] as number);
    if (most < COVERED * STRIP) continue;
    peaks.push(middleOf(profile, y, beside));
  }
  return peaks;
}

/** The centre of a peak's darkness, finer than a pixel. */
function middleOf(profile: Float32Array, peak: number, base: number): number {
  let [sum, weighted] = [0, 0];
  for (let y = peak - 2; y <= peak + 2; y += 1) {
    const weight = Math.max(0, (profile[y] as number) - base);
    sum += weight;
    weighted += weight * y;
  }
  return sum > 0 ? weighted / sum : peak;
}

/** The picture mirrored at its diagonal: what ran down runs right. */
export function transposed({ width, height, data }: Grey): Grey {
  const out = new Uint8Array(data.length);
  // In blocks that fit the processor's cache.
  const block = 32;
  for (let top = 0; top < height; top += block)
    for (let left = 0; left < width; left += block)
      for (let y = top; y < Math.min(height, top + block); y += 1)
        for (let x = left; x < Math.min(width, left + block); x += 1)
          out[x * height + y] = data[y * width + x] as number;
  return { width: height, height: width, data: out };
}
