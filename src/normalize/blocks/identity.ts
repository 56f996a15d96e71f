import { proseOf } from '../text/canonical.js';
import { keepOther, witness, type Draft } from '../draft/draft.js';
import { closeRole, identityRole, type Row, type RowCell } from '../rows/rows.js';
import { yearIn } from '../forms/find-forms.js';
import { REMARKS } from '../vocabulary/words.js';
import { withoutBlanks } from '../text/white-space.js';
import { halfWidth } from '../text/characters.js';

export interface Identity {
  projectName: string | null;
  competentDepartment: string | null;
  implementingUnit: string | null;
  year: number | null;
}

/** A more exact label's value takes the place of a more general one's: 实施单位 before 单位名称 or 预算单位. */
const EXACT_UNIT = /实施|执行|承担|承办|建设/;

interface Field {
  readonly label: RowCell;
  readonly values: RowCell[];
  /** The value again, where a merged cell was taken apart. */
  readonly repeated: RowCell[];
}

/** Labels with the cells that stand behind them. A row without a label of its own goes on where a page break cut it. */
function fieldsOf(rows: readonly Row[]): Field[] {
  const fields: Field[] = [];
  for (const row of rows) {
    let field: Field | null = null;
    const labelled = row.cells.some((cell) => identityRole(cell.label.key) !== null);
    for (const cell of row.cells) {
      if (identityRole(cell.label.key) !== null || REMARKS.test(cell.label.key) || closeRole(cell.label.key) !== null) {
        field = { label: cell, values: [], repeated: [] };
        fields.push(field);
      } else if (field?.values.length === 0) field.values.push(cell);
      else if (field?.values.at(-1)?.text === cell.text) field.repeated.push(cell);
      else if (!labelled && row.afterBreak)
        fields.findLast(({ values }) => values[0]?.column === cell.column)?.values.push(cell);
    }
  }
  return fields;
}

/** Who spends on what: labels and the values behind them, wherever they stand. */
export function identityOf(rows: readonly Row[], draft: Draft): Identity {
  const identity: Identity = { projectName: null, competentDepartment: null, implementingUnit: null, year: null };
  let exactUnit = false;
  for (const { label, values, repeated } of fieldsOf(rows)) {
    const role = identityRole(label.label.key);
    draft.account.own([label], 'label');
    draft.account.own(repeated, 'repeated');
    const text = proseOf(values.map((value) => value.text).join('\n'));
    // A score or grade up here is read with the form's close.
    if (text === '' || (role === null && closeRole(label.label.key) !== null)) continue;
    if (role === 'year') {
      identity.year ??= yearIn(withoutBlanks(halfWidth(text)));
      if (identity.year !== null) witness(draft, 'year', values);
    } else if (
      role === null ||
      role === 'otherIdentity' ||
      (identity[role] !== null && !(role === 'implementingUnit' && !exactUnit && EXACT_UNIT.test(label.label.key)))
    ) {
      keepOther(draft, proseOf(label.text), values, text);
    } else {
      const replaced = identity[role];
      if (replaced !== null) draft.other.push({ label: '单位名称', text: replaced });
      identity[role] = text;
      exactUnit ||= role === 'implementingUnit' && EXACT_UNIT.test(label.label.key);
      witness(draft, role, values);
    }
  }
  return identity;
}
