/** First and last page, both included. */
export type PageRange = readonly [first: number, last: number];

const RANGE = /^(\d{1,9})(?:-(\d{1,9}))?$/;

/** `1-3,7` as ranges; null where it is no list of pages. */
export function pageRangesOf(list: string): PageRange[] | null {
  const ranges: PageRange[] = [];
  for (const part of list.split(',')) {
    const [, from, to = from] = RANGE.exec(part.trim()) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (!(first >= 1 && last >= first)) return null;
    ranges.push([first, last]);
  }
  return ranges;
}

export const isInRanges = (ranges: readonly PageRange[], page: number) =>
  ranges.some(([first, last]) => page >= first && page <= last);

export const lastPageOf = (ranges: readonly PageRange[]) => Math.max(...ranges.map(([, last]) => last));
