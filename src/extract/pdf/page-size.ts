import { OPS } from './library/pdfjs-library.js';
import type { Limits } from '../../schema/limits.js';
import type { OperatorList } from './operators/page-setting.js';

/** True where a page draws more than the limits allow: a flood of operators or text, which no form has. */
export function isOversized({ operators, operands }: OperatorList, limits: Limits): boolean {
  if (operators.length > limits.operatorsPerPage) return true;
  let glyphs = 0;
  operators.forEach((operator, index) => {
    const [items] = operator === OPS.showText ? (operands[index] ?? []) : [];
    if (Array.isArray(items)) glyphs += items.length;
  });
  return glyphs > limits.glyphsPerPage;
}
