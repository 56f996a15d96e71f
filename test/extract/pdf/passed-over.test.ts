import { expect, it } from 'vitest';
import { PassedOver } from '../../../src/extract/pdf/passed-over.js';

/** The pages of 12 that are passed over, in whatever order they are asked for, and what was looked at before it was noted. */
async function passedOver(wanted: readonly number[], order: readonly number[]) {
  const looked: number[] = [];
  const pages = new PassedOver((page) => {
    looked.push(page);
    return Promise.resolve(wanted.includes(page));
  });
  const passed: number[] = [];
  for (const page of order) {
    pages.note(page, wanted.includes(page));
    if (await pages.has(page)) passed.push(page);
  }
  return { passed: passed.sort((a, b) => a - b), looked };
}
const upwards = Array.from({ length: 12 }, (_, index) => index + 1);

it('passes over pages that are not wanted, but for those right behind a wanted one', async () => {
  expect(await passedOver([3, 4], upwards)).toEqual({ passed: [1, 2, 9, 10, 11, 12], looked: [] });
});

it('passes over all pages of a document without a wanted one', async () => {
  expect((await passedOver([], upwards)).passed).toEqual(upwards);
});

it('gives the same pages in any order, and looks at a page before a part only as far as it has to', async () => {
  expect((await passedOver([3, 4], upwards.toReversed())).passed).toEqual([1, 2, 9, 10, 11, 12]);
  expect(await passedOver([3, 7], [8, 9])).toEqual({ passed: [], looked: [7] });
});
