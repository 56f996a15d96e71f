import { witness, type Draft } from '../../draft/draft.js';
import type { Row, RowCell } from '../../rows/rows.js';
import { proseOf } from '../../text/canonical.js';
import { DEPARTMENT_LABELS } from './words.js';

interface Named {
  readonly name: string | null;
  /** The rows without the label and its value. */
  readonly rest: readonly Row[];
}

/** The label and the value behind it, in a row. */
function fieldIn(row: Row, pattern: RegExp): readonly [label: RowCell, value: RowCell] | null {
  const at = row.cells.findIndex(({ label }) => pattern.test(label.key));
  const [label, value] = at < 0 ? [] : row.cells.slice(at, at + 2);
  return label && value ? [label, value] : null;
}

/** The department that a form is about, under the most exact of its labels. */
export function departmentOf(rows: readonly Row[], draft: Draft): Named {
  for (const pattern of DEPARTMENT_LABELS)
    for (const row of rows) {
      const field = fieldIn(row, pattern);
      if (field === null) continue;
      const [label, value] = field;
      draft.account.own([label], 'label');
      witness(draft, 'department', [value]);
      const cells = row.cells.filter((cell) => cell !== label && cell !== value);
      return { name: proseOf(value.text), rest: rows.map((one) => (one === row ? { ...row, cells } : one)) };
    }
  return { name: null, rest: rows };
}
