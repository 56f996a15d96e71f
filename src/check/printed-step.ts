import type { SelfEvaluation } from '../schema/record.js';
import { halfWidth } from '../normalize/text/characters.js';

/** More decimals than an exact decimal holds are not evaluated at all. */
const MOST_DECIMALS = 6;
const NUMBER = /\d+(?:\.(\d+))?/g;

/** The smallest change of a number that one misread digit makes: a unit of the last decimal printed. */
export function printedStep(record: SelfEvaluation, path: string): number {
  const text = halfWidth(record.evidence[path]?.text ?? '').replace(/[\s,]+/g, '');
  const decimals = [...text.matchAll(NUMBER)].map(([, fraction]) => fraction?.length ?? 0);
  return 10 ** -(decimals.length === 0 ? MOST_DECIMALS : Math.max(...decimals));
}
