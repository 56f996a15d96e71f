import { paragraphsOf, proseOf } from './canonical.js';
import type { Column } from './columns.js';
import { numberAt, witness, type Draft } from './draft.js';
import { numberOf } from './number.js';
import { closeRole, identityRole, type Row, type RowCell } from './rows.js';
import { withNumbersApart } from './split-cells.js';
import { withoutBlanks } from './white-space.js';
import { GRADES, REMARKS, type IndicatorColumn } from './words.js';

export interface Close {
  totalWeight: number | null;
  totalScore: number | null;
  grade: string | null;
}

const TICKED =
  /(?:[☑☒√✓✔■●]\s*(优秀?|良好?|中等?|较?差|合格|不合格|一般))|((?:优秀?|良好?|中等?|较?差|合格|不合格|一般))\s*[(（]?[☑√✓✔■●]/;
const NOTE = /^注\s*[:：]?/;

/** The grade that a cell holds: alone, or the ticked one of several boxes; null where it is none. */
function gradeIn(text: string): string | null {
  const compact = withoutBlanks(proseOf(text));
  if (GRADES.test(compact)) return compact;
  const ticked = /[□☐○]/.test(compact) || /[☑√✓✔■]/.test(compact) ? TICKED.exec(compact) : null;
  return ticked?.[1] ?? ticked?.[2] ?? null;
}

const isNumber = (cell: RowCell) => numberOf(cell.text).kind === 'number';

class CloseReader {
  readonly close: Close = { totalWeight: null, totalScore: null, grade: null };

  constructor(
    private readonly columns: readonly Column<IndicatorColumn>[],
    private readonly draft: Draft,
  ) {}

  private points(field: 'totalWeight' | 'totalScore', cell: RowCell | undefined): void {
    if (this.close[field] === null && cell) this.close[field] = numberAt(this.draft, field, cell);
  }

  private grade(cell: RowCell): boolean {
    const grade = gradeIn(cell.text);
    if (grade === null || this.close.grade !== null) return false;
    this.close.grade = grade;
    witness(this.draft, 'grade', [cell]);
    return true;
  }

  /** 总分: weight and score in the order of the header; one number alone is the score unless it stands under the weights. */
  private total(cells: readonly RowCell[]): void {
    const numbers = cells.filter(isNumber);
    const at = (role: IndicatorColumn) => this.columns.findIndex((column) => column.role === role);
    const [weight, score] = [at('weight'), at('score')];
    if (numbers.length >= 2) {
      const [first, second] = numbers;
      const weightFirst = weight < 0 || score < 0 || weight < score;
      this.points('totalWeight', weightFirst ? first : second);
      this.points('totalScore', weightFirst ? second : first);
    } else if (numbers[0]) {
      const column = this.columns[weight];
      const underWeight = column && numbers[0].column >= column.start && numbers[0].column < column.end;
      this.points(underWeight ? 'totalWeight' : 'totalScore', numbers[0]);
    }
    for (const cell of cells) if (!isNumber(cell) && !this.grade(cell)) this.loose(cell);
  }

  private loose(cell: RowCell): void {
    if (numberOf(cell.text).kind === 'none') return;
    const text = paragraphsOf(cell.text);
    const note = NOTE.exec(text);
    this.draft.other.push(note ? { label: '注', text: text.slice(note[0].length) } : { label: '', text });
  }

  /** A label with the cells behind it, up to the next label. */
  field(label: RowCell | null, values: readonly RowCell[]): void {
    const role = label ? closeRole(label.label.key) : null;
    if (!label) for (const cell of values) this.loose(cell);
    else if (role === 'total') this.total(values);
    else if (role === 'totalWeight' || role === 'totalScore') {
      this.points(role, values.find(isNumber));
      for (const cell of values) if (!isNumber(cell)) this.grade(cell);
    } else if (role === 'grade' && values.some((cell) => this.grade(cell))) return;
    else {
      const text = paragraphsOf(values.map((cell) => cell.text).join('\n'));
      if (text !== '' && numberOf(text).kind !== 'none')
        this.draft.other.push({ label: proseOf(label.text).replace(/[:：]$/, ''), text });
    }
  }
}

const isLabel = (cell: RowCell) => {
  const { key } = cell.label;
  return key !== '' && (closeRole(key) !== null || identityRole(key) !== null || REMARKS.test(key));
};

/** A row's labels, each with what stands behind it. */
function fieldsOf(row: Row): { label: RowCell | null; values: RowCell[] }[] {
  const fields: { label: RowCell | null; values: RowCell[] }[] = [];
  for (const cell of withNumbersApart(row.cells)) {
    const last = fields.at(-1);
    if (isLabel(cell)) fields.push({ label: cell, values: [] });
    else if (last) last.values.push(cell);
    else fields.push({ label: null, values: [cell] });
  }
  return fields;
}

/** Reads the total, the grade and what the form says behind them; scores that stand among the identity count too. */
export function closeOf(
  close: readonly Row[],
  identity: readonly Row[],
  columns: readonly Column<IndicatorColumn>[],
  draft: Draft,
): Close {
  const reader = new CloseReader(columns, draft);
  for (const row of close) for (const { label, values } of fieldsOf(row)) reader.field(label, values);
  for (const row of identity) {
    for (const { label, values } of fieldsOf(row))
      if (label && closeRole(label.label.key) !== null) reader.field(label, values);
  }
  return reader.close;
}
