import { expect, it } from 'vitest';
import { withoutLatex } from '../../../src/extract/text/latex.js';

it.each([
  ['$\\geq 95\\%$', '≥95%'],
  ['$ \\leq 20 $ 件', '≤20 件'],
  ['\\(\\ge 3\\)次', '≥3次'],
  ['$95\\% \\sim 100\\%$', '95%~100%'],
  ['$100 \\mathrm{~m}^{2}$', '100m2'],
  ['$3 \\times 5_{1}$', '3×51'],
  ['$$\\text{达标 率} = 100\\%$$', '达标 率=100%'],
  ['$\\frac{B}{A}$', 'B/A'],
  ['$20^{\\circ}\\mathrm{C}$', '20°C'],
  ['$100.00$', '100.00'],
  ['$\\left(\\%\\right)$', '(%)'],
])('%s is %s', (source, plain) => {
  expect(withoutLatex(source)).toBe(plain);
});

it.each(['费用 $5', '$5 或 $6', '$\\unknowncommand 5$', '\\$5 与 \\$6', '$$', '\\( 未完'])('%s stays', (text) => {
  expect(withoutLatex(text)).toBe(text);
});
