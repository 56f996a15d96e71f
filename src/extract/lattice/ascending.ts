/** The index of the first of a list, ascending by a measure, that is not below a place. */
export function firstFrom<T>(ascending: readonly T[], place: number, measure: (item: T) => number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = ascending[middle];
    if (item !== undefined && measure(item) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
