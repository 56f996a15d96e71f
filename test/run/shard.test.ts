import { expect, it } from 'vitest';
import { parseShard, shardOf } from '../../src/run/shard.js';

it.each([
  ['2/8', { index: 2, count: 8 }],
  ['1/1', { index: 1, count: 1 }],
  ['0/8', null],
  ['9/8', null],
  ['2', null],
  ['2/8/1', null],
  ['-1/8', null],
])('%s is %j', (text, shard) => {
  expect(parseShard(text)).toEqual(shard);
});

it('gives each item to exactly one part', () => {
  const items = [0, 1, 2, 3, 4, 5, 6];
  const parts = [1, 2, 3].map((index) => shardOf(items, { index, count: 3 }));
  expect(parts).toEqual([
    [0, 3, 6],
    [1, 4],
    [2, 5],
  ]);
  expect(shardOf(items, undefined)).toBe(items);
});
