import { expect, it } from 'vitest';
import { keepCompiledCode } from '../../src/process/compile-cache.js';

it('keeps compiled code where Node can, and does nothing where it cannot', () => {
  let times = 0;
  keepCompiledCode({ enableCompileCache: () => (times += 1) });
  keepCompiledCode({});
  expect(times).toBe(1);
});
