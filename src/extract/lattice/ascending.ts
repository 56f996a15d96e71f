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

/** Items. Fewer are as quickly compared two by two. */
const FEW = 64;
/** Parts of a measure's unit, a power of two. Measures that differ by less are brought into order one by one. */
const STEPS = 1024;
/** The largest number up to which all whole ones are told apart. */
const MOST = Number.MAX_SAFE_INTEGER;

/**
 * The items in ascending order of a measure, equal ones in the order in which they come. Measures and places are packed into one list of
 * numbers, which sorts several times faster than objects that are compared two by two; most of a page's rules and glyphs are sorted so.
 */
export function ascendingBy<T>(items: readonly T[], measure: (item: T) => number): T[] {
  const count = items.length;
  const compared = () => items.toSorted((a, b) => measure(a) - measure(b));
  if (count < FEW) return compared();
  const keys = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    const key = Math.floor(measure(items[at] as T) * STEPS) * count + at;
    if (!(Math.abs(key) < MOST)) return compared();
    keys[at] = key;
  }
  keys.sort();
  const sorted: T[] = [];
  for (const key of keys) {
    const item = items[key - Math.floor(key / count) * count] as T;
    const place = measure(item);
    let at = sorted.length;
    while (at > 0 && measure(sorted[at - 1] as T) > place) at -= 1;
    if (at === sorted.length) sorted.push(item);
    else sorted.splice(at, 0, item);
  }
  return sorted;
}
