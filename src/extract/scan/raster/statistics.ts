/** The value at a rank among values that are counted by value, as in a picture's histogram; the largest where there are not so many. */
export function quantileOf(counts: Uint32Array, rank: number): number {
  let below = 0;
  for (let value = 0; value < counts.length; value += 1) {
    below += counts[value] as number;
    if (below >= rank) return value;
  }
  return counts.length - 1;
}
