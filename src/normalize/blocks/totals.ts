import { paragraphsOf, proseOf } from '../text/canonical.js';
import type { Column } from '../rows/columns.js';
import { keepOther, numberAt, witness, type Draft } from '../draft/draft.js';
import { numberOf } from '../text/number.js';
import { noteUnsure } from '../draft/row-unsure.js';
import { closeRole, identityRole, type Row, type RowCell } from '../rows/rows.js';
import { withNumbersApart } from '../rows/split-cells.js';
import { withoutBlanks } from '../text/white-space.js';
import { GRADES, REMARKS, type IndicatorColumn } from '../vocabulary/words.js';

export interface Close {
  totalWeight: number | null;
  totalScore: number | null;
  grade: string | null;
}

/** A label and what stands behind it; no label for what stands before the first one. */
interface Field {
  readonly label: RowCell | null;
  readonly values: RowCell[];
}

interface FieldOptions {
  readonly afterBreak?: boolean;
  readonly loneTotal?: 'totalWeight' | 'totalScore' | null;
}

const GRADE_WORDS = '优秀?|良好?|中等?|较?差|合格|基本合格|不合格|一般';
const TICK = '[☑☒√✓✔■●]';
const BOX = /[□☐○☑☒√✓✔■●]/;
/** Boxes before their words, □优☑良; or behind them, 优（√）良（）. Which, the first character tells. */
const TICKED_BEFORE = new RegExp(`${TICK}[)）]?(${GRADE_WORDS})`);
const TICKED_BEHIND = new RegExp(`(${GRADE_WORDS})[(（]?${TICK}`);
const NOTE = /^注\s*[:：]?/;

/** The grade that a cell holds: alone, or the ticked one of several boxes; null where it is none. */
function gradeIn(text: string): string | null {
  const compact = withoutBlanks(proseOf(text));
  if (GRADES.test(compact)) return compact;
  if (!BOX.test(compact)) return null;
  const pattern = /^[(（]?[□☐○☑☒√✓✔■●]/.test(compact) ? TICKED_BEFORE : TICKED_BEHIND;
  return pattern.exec(compact)?.[1] ?? null;
}

const CHOICES = new RegExp(`较?好|${GRADE_WORDS}`, 'g');

/** What a cell of several choices says beside them; blank where nothing. */
function besideChoices(text: string): string {
  const compact = withoutBlanks(proseOf(text));
  return GRADES.test(compact) ? '' : compact.replace(CHOICES, '').replace(/[^\p{L}\p{N}]/gu, '');
}

const isNumber = (cell: RowCell) => numberOf(cell.text).kind === 'number';
/** A number, as badly as it may be written: digits without Chinese characters or a blank. Behind 总分 no other digits stand. */
const isPoints = (cell: RowCell) =>
  isNumber(cell) || /^[^\p{Script=Han}☐-☒√✓✔\d]*\d[^\p{Script=Han}☐-☒√✓✔]*分?$/u.test(cell.text.trim());
/** A longer text behind 总分 is a remark. */
const LONGEST_POINTS = 12;
/** 总分 has a weight and a score. */
const POINTS_OF_TOTAL = 2;

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
    const beside = besideChoices(cell.text);
    if (beside !== '')
      noteUnsure(
        this.draft,
        'grade',
        `The cell of the grade says “${beside}” beside its choices`,
        `评分等级单元格除选项外另有“${beside}”`,
      );
    return true;
  }

  /** Neither a grade nor a sign for none nor a remark that names itself. */
  private mayBePoints({ text }: RowCell): boolean {
    return (
      gradeIn(text) === null &&
      !NOTE.test(text.trim()) &&
      numberOf(text).kind !== 'none' &&
      text.length <= LONGEST_POINTS
    );
  }

  /** 总分: weight and score in the order of the header; one number alone is the score unless it stands under the weights. */
  private total(cells: readonly RowCell[]): void {
    const at = (role: IndicatorColumn) => this.columns.findIndex((column) => column.role === role);
    const [weight, score] = [at('weight'), at('score')];
    const isUnder = ({ column }: RowCell, index: number) => {
      const { start = Infinity, end = 0 } = this.columns[index] ?? {};
      return column >= start && column < end;
    };
    const isMeant = (cell: RowCell) =>
      isPoints(cell) || (gradeIn(cell.text) === null && (isUnder(cell, weight) || isUnder(cell, score)));
    const meant = cells.filter(isMeant);
    const [only] = meant;
    // What stands before the one number, or where both should, is a number that can't be read.
    const unread = cells
      .filter((cell) => !isMeant(cell) && this.mayBePoints(cell) && (!only || cell.column < only.column))
      .slice(0, Math.max(0, POINTS_OF_TOTAL - meant.length));
    const numbers = [...unread, ...meant];
    if (numbers.length >= 2) {
      const [first, second] = numbers;
      const weightFirst = weight < 0 || score < 0 || weight < score;
      this.points('totalWeight', weightFirst ? first : second);
      this.points('totalScore', weightFirst ? second : first);
    } else if (numbers[0]) {
      this.points(isUnder(numbers[0], weight) ? 'totalWeight' : 'totalScore', numbers[0]);
    }
    for (const cell of cells) if (!numbers.includes(cell) && !this.grade(cell)) this.note(cell);
  }

  /** The rest of a remark that a page break cut goes to the remark. */
  private rest(cell: RowCell): void {
    const last = this.draft.other.at(-1);
    if (!last || NOTE.test(cell.text.trim())) this.note(cell);
    else {
      this.draft.account.own([cell], 'other');
      this.draft.other[this.draft.other.length - 1] = {
        label: last.label,
        text: paragraphsOf(`${last.text}\n${cell.text}`),
      };
    }
  }

  /** 注：… names itself; any other text without a label is nobody's. */
  private note(cell: RowCell): void {
    const text = paragraphsOf(cell.text);
    const note = NOTE.exec(text);
    if (note) keepOther(this.draft, '注', [cell], text.slice(note[0].length));
  }

  /** A label with the cells behind it, up to the next label. `loneTotal`: what one number behind 总分 is, where its column does not tell. */
  field({ label, values }: Field, { afterBreak = false, loneTotal = null }: FieldOptions = {}): void {
    if (label) this.draft.account.own([label], 'label');
    const named = label ? closeRole(label.label.key) : null;
    const role = named === 'total' && values.filter(isPoints).length < 2 ? (loneTotal ?? named) : named;
    if (!label && afterBreak) for (const cell of values) this.rest(cell);
    else if (!label) for (const cell of values) this.note(cell);
    else if (role === 'total' || (role === 'totalScore' && values.filter(isPoints).length >= 2)) this.total(values);
    else if (role === 'totalWeight' || role === 'totalScore') {
      this.points(role, values.find(isPoints));
      for (const cell of values) if (!isPoints(cell)) this.grade(cell);
    } else if (role === 'grade' && values.some((cell) => this.grade(cell))) return;
    else {
      const texts = values.map((cell) => cell.text).filter((value, index, all) => value !== all[index - 1]);
      const text = paragraphsOf(texts.join('\n'));
      if (text === '无' || numberOf(text).kind !== 'none')
        keepOther(this.draft, proseOf(label.text).replace(/[:：]$/, ''), values, text);
    }
  }
}

const isLabel = (cell: RowCell) => {
  const { key } = cell.label;
  return key !== '' && (closeRole(key) !== null || identityRole(key) !== null || REMARKS.test(key));
};

/** A row's labels, each with what stands behind it. */
function fieldsOf(row: Row): Field[] {
  const fields: Field[] = [];
  for (const cell of withNumbersApart(row.cells, POINTS_OF_TOTAL)) {
    const last = fields.at(-1);
    if (isLabel(cell)) fields.push({ label: cell, values: [] });
    else if (last) last.values.push(cell);
    else fields.push({ label: null, values: [cell] });
  }
  return fields;
}

/** A row of labels whose values stand under them, in the next row: 总分值 · 总得分 · 自评等级. */
function valuesUnder(labels: Row, values: Row): Field[] | null {
  const names = labels.cells.filter(
    (cell) => closeRole(cell.label.key) !== null && closeRole(cell.label.key) !== 'total',
  );
  const isRepeated = (cell: RowCell) =>
    labels.cells.some(({ text, column }) => text === cell.text && column === cell.column);
  const isHeader =
    names.length >= 2 &&
    labels.cells.every(isLabel) &&
    !values.cells.some((cell) => isLabel(cell) && !isRepeated(cell));
  if (!isHeader) return null;
  // A text that leaves blank cells out tells only the order.
  const [inOrder, numbers] = [values.cells.length === names.length, values.cells];
  if (inOrder && numbers[0]?.column === 0)
    return names.map((label, index) => ({ label, values: numbers.slice(index, index + 1) }));
  return names.map((label, index) => {
    const end = names[index + 1]?.column ?? Infinity;
    return { label, values: values.cells.filter(({ column }) => column >= label.column && column < end) };
  });
}

/** A row of indicators has so many texts, two of them its points. */
const FEWEST_CELLS = 4;

/** A name, and a heading or a value beside it. */
const FEWEST_TEXTS = 2;

/** True for a row that has points as an indicator has them, and texts that are neither a grade nor a label of the form's end. */
function isLikeIndicator({ cells }: Row): boolean {
  const points = cells.filter((cell) => numberOf(cell.text).kind === 'number');
  const texts = cells.filter(
    (cell) => /\p{Script=Han}/u.test(cell.text) && !isLabel(cell) && gradeIn(cell.text) === null,
  );
  return cells.length >= FEWEST_CELLS && points.length >= POINTS_OF_TOTAL && texts.length >= FEWEST_TEXTS;
}

function readRows(rows: readonly Row[], reader: CloseReader): void {
  for (let i = 0; i < rows.length; i++) {
    const [row, next] = [rows[i], rows[i + 1]];
    const under = row && next ? valuesUnder(row, next) : null;
    if (under) i += 1;
    const fields = under ?? (row ? fieldsOf(row) : []);
    const hasScoreLabel = fields.some(({ label }) => label && closeRole(label.label.key) === 'totalScore');
    const loneTotal = hasScoreLabel ? 'totalWeight' : null;
    for (const field of fields) reader.field(field, { afterBreak: row?.afterBreak === true, loneTotal });
  }
}

/** Reads the total, the grade and what the form says behind them; scores that stand among the identity count too. */
export function closeOf(
  close: readonly Row[],
  identity: readonly Row[],
  columns: readonly Column<IndicatorColumn>[],
  draft: Draft,
): Close {
  const reader = new CloseReader(columns, draft);
  readRows(close, reader);
  if (close.some(isLikeIndicator))
    noteUnsure(
      draft,
      'indicators',
      'Rows that look like indicators stand below the total',
      '总分行之后仍有类似指标的行',
    );
  for (const row of identity) {
    for (const field of fieldsOf(row))
      if (field.label && closeRole(field.label.label.key) !== null) reader.field(field, { loneTotal: 'totalScore' });
  }
  return reader.close;
}
