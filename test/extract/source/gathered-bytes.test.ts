import { expect, it } from 'vitest';
import { GatheredBytes } from '../../../src/extract/source/gathered-bytes.js';

it.each([0, 1, 3, 6, 100])('gives what came, in order, where %i bytes were expected', (expected) => {
  const gathered = new GatheredBytes(expected);
  const chunk = Uint8Array.of(1, 2, 3);
  gathered.add(chunk);
  chunk.fill(9); // a chunk is valid until the next one
  gathered.add(Uint8Array.of(4, 5));
  gathered.add(Uint8Array.of(6));
  expect([...gathered.bytes()]).toEqual([1, 2, 3, 4, 5, 6]);
});
