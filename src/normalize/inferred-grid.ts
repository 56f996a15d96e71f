import { noteUnsure } from './draft/row-unsure.js';
import type { Finding } from '../schema/finding.js';
import type { SelfEvaluation } from '../schema/record.js';

/** The blocks whose numbers stand in columns. */
const BLOCKS = ['funds', 'indicators'] as const;

/** A record from a page that tells no rules: which numbers belong to which row was inferred, and sums may close over a wrong one. */
export function withInferredGrid(record: SelfEvaluation): SelfEvaluation {
  const findings: Finding[] = [...record.findings];
  for (const block of BLOCKS)
    noteUnsure(
      { findings },
      block,
      'The page tells no rules: the table’s cells were inferred',
      '页面没有表格线，单元格系推断',
    );
  return { ...record, findings };
}
