import type { Finding, Repair } from '../../schema/finding.js';
import type { Indicator, SelfEvaluation } from '../../schema/record.js';
import { proseOf } from '../text/canonical.js';
import { labelOf } from '../vocabulary/label.js';
import type { GridlessForm } from './gridless-form.js';
import type { CutRow } from './table-block.js';

const unsureAt = (path: string, others: number): Finding => ({
  code: 'cells-unsure',
  severity: 'warning',
  path,
  message:
    others === 0
      ? 'The text has no grid: where the cells of this row begin and end was inferred. Compare the row with the page.'
      : `The text has no grid: where the cells begin and end was inferred, and ${others} other ways to cut them fit as well. Compare with the page.`,
  messageZh:
    others === 0
      ? '本文本没有表格线，本行各单元格的分界系推断所得，请对照原件核对。'
      : `本文本没有表格线，单元格的分界系推断所得，另有${others}种分法同样成立，请对照原件核对。`,
});

const unsureGoal = (path: string): Finding => ({
  code: 'goal-unsure',
  severity: 'warning',
  path,
  message: 'The text does not tell where the expected goal ends and the actual result begins.',
  messageZh: '本文本没有表格线，无法确定预期目标与实际完成情况的分界。',
});

const givenUp: Finding = {
  code: 'gridless-limit',
  severity: 'error',
  path: 'indicators',
  message: 'The indicators of this text without a grid can be cut in too many ways, a limit; they were not read.',
  messageZh: '本文本没有表格线，绩效指标的分法过多，超过上限，未读取。',
};

const bare = (text: string) =>
  proseOf(text)
    .replace(/^指标\s*\d{1,2}\s*[:：、.．]\s*/, '')
    .replace(/\s/g, '');

/** For each indicator the row that it was cut from: rows and indicators stand in the same order, and some rows are none. */
function rowsByIndicator(indicators: readonly Indicator[], cut: readonly CutRow[]): (CutRow | null)[] {
  let from = 0;
  return indicators.map(({ name }) => {
    const at = cut.findIndex((row, index) => index >= from && bare(row.name) === bare(name));
    if (at < 0) return null;
    from = at + 1;
    return cut[at] ?? null;
  });
}

/** A total of the funds and a part of it at least: fewer rows, and some may have gone elsewhere in the text. */
const FEWEST_FUNDS = 2;
const lacksFundsRows = ({ funds }: SelfEvaluation) =>
  funds.length < FEWEST_FUNDS || !funds.some(({ kind }) => kind === 'total');

type Said = ReadonlyMap<string, string>;

/** What a record says in its numbers, targets and results, by path. */
function saidIn({ funds, indicators, totalWeight, totalScore }: SelfEvaluation): Said {
  const said = new Map<string, string>([['totals', `${totalWeight}/${totalScore}`]]);
  funds.forEach((row, index) => said.set(`funds[${index}]`, JSON.stringify(row)));
  indicators.forEach(({ name, target, actual, weight, score }, index) =>
    said.set(`indicators[${index}]`, JSON.stringify([name, target.text, actual.text, weight, score])),
  );
  return said;
}

/** The places where other readings that close as well say something else, each with how many do. */
function disputed(record: SelfEvaluation, others: readonly SelfEvaluation[]): Map<string, number> {
  const places = new Map<string, number>();
  const own = saidIn(record);
  for (const other of others.map(saidIn)) {
    const isLonger = other.size !== own.size;
    for (const [path, said] of own) {
      const at = isLonger && path.startsWith('indicators') ? 'indicators' : path;
      if (other.get(path) !== said) places.set(at, (places.get(at) ?? 0) + 1);
    }
  }
  return places;
}

/** Where more of the rows lack a cell that every row prints, rows may be lost as well. */
const MOST_INCOMPLETE = 0.2;
const ROW = /^indicators\[\d+\]/;
/** Repairs that put what was cut as another row's, or another column's, into a row. */
const REPLACED: ReadonlySet<string> = new Set(['row-joined', 'row-slid']);

/** The same record with what was inferred on the way from a text without a grid. `others`: readings that close as well. */
export function withInferred(
  record: SelfEvaluation,
  read: GridlessForm,
  others: readonly SelfEvaluation[],
): SelfEvaluation {
  const rows = rowsByIndicator(record.indicators, read.cut);
  const findings: Finding[] = [];
  const repairs: Repair[] = [];
  const places = disputed(record, others);
  rows.forEach((row, index) => {
    const path = `indicators[${index}]`;
    if (row === null || row.isUnsure || !read.closes) places.set(path, places.get(path) ?? 0);
    if (row) repairs.push({ code: 'cells-inferred', path, before: row.before, after: row.after });
  });
  const incomplete = read.cut.filter(({ isIncomplete }) => isIncomplete).length;
  if (!read.closes || incomplete > read.cut.length * MOST_INCOMPLETE)
    places.set('indicators', places.get('indicators') ?? 0);
  for (const { code, path } of record.repairs) {
    const row = ROW.exec(path)?.[0];
    if (row !== undefined && REPLACED.has(code)) places.set(row, places.get(row) ?? 0);
  }
  const inferred = new Set(read.inferredFunds.map((label) => labelOf(label).key));
  record.funds.forEach(({ label }, index) => {
    const isInferred = [...inferred].some((key) => key.endsWith(labelOf(label).key));
    if (isInferred) places.set(`funds[${index}]`, places.get(`funds[${index}]`) ?? 0);
  });
  if (lacksFundsRows(record)) places.set('funds', 0);
  for (const [path, count] of places)
    for (const at of path === 'totals' ? ['totalWeight', 'totalScore'] : [path]) findings.push(unsureAt(at, count));
  if (read.isGivenUp) findings.push(givenUp);
  if (read.goalsAreUnsure) findings.push(unsureGoal('expectedGoal'), unsureGoal('actualResult'));
  return { ...record, findings: [...record.findings, ...findings], repairs: [...record.repairs, ...repairs] };
}
