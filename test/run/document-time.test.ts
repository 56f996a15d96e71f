import { expect, it } from 'vitest';
import { DocumentTime } from '../../src/run/document-time.js';

it('counts the time in which tasks run: side by side once, between them not', async () => {
  let now = 0;
  const at = (seconds: number) => (now = seconds * 1_000);
  const time = new DocumentTime(() => now);
  const end: (() => void)[] = [];
  const begin = () => time.during(() => new Promise<void>((resolve) => end.push(resolve)));

  const first = begin(); // from 0 to 3, and another beside it from 1 to 2
  at(1);
  const second = begin();
  at(2);
  end[1]?.();
  await second;
  at(3);
  expect(time.seconds).toBe(3);
  end[0]?.();
  await first;
  at(10);
  expect(time.seconds).toBe(3);

  const third = begin();
  at(14);
  expect(time.seconds).toBe(7);
  end[2]?.();
  await third;
  await expect(time.during(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  at(20);
  expect(time.seconds).toBe(7);
});
