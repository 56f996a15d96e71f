import { expect, it } from 'vitest';
import { Losses } from '../../../src/extract/source/losses.js';
import { Finding } from '../../../src/schema/finding.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';

it('makes one finding of each kind of loss', () => {
  const losses = new Losses(DEFAULT_LIMITS);
  losses.add('cell-cut');
  losses.add('undecodable-bytes', 0);
  losses.add('table-cut');
  losses.add('cell-cut', 2);
  losses.add('columns-cut');
  const findings = losses.findings();
  expect(findings.map(({ code, message }) => [code, message.split(' ')[0]])).toEqual([
    ['cell-cut', '3'],
    ['table-cut', '1'],
    ['columns-cut', '1'],
  ]);
  for (const finding of findings) expect(() => Finding.parse(finding)).not.toThrow();
});
