import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { freeBuffers } from '../../src/run/free-buffers.js';

const LARGE = 64 * 1024 ** 2;
const filled = () => new Uint8Array(LARGE).fill(1).length;

it('frees what nobody holds any more', async () => {
  filled();
  await setImmediate();
  freeBuffers();
  expect(process.memoryUsage().arrayBuffers).toBeLessThan(LARGE);
});
