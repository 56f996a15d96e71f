import { anything, mustBeTold, type Expectation } from './expectation.js';
import type { Spelling, Trial } from './trial.js';
import { withTexts, type PlacedCell, type TrueForm } from './true-form.js';

const GROUP = 'proof';
const swap = (name: string, trials: (form: TrueForm) => Trial[]): Spelling => ({ name, group: GROUP, trials });
const told = (paths: readonly string[], alsoAt: readonly string[] = paths): Map<string, Expectation> =>
  new Map(paths.map((path) => [path, { ...mustBeTold, alsoAt }]));

const atPath = (form: TrueForm, path: string) => form.cells.find((cell) => cell.path === path);

/** A rate that isn't whole, printed with fewer decimals than the form's others. */
const cutRate = (name: string, cut: RegExp) =>
  swap(name, (form) => {
    const rates = form.cells.filter(({ kind, text }) => kind === 'rate' && /\.\d\d/.test(text));
    return rates
      .filter(({ text }) => Number(text.replace('%', '')) !== Number(text.replace('%', '').replace(cut, '')))
      .filter(() => rates.length > 1)
      .map((cell) => {
        const text = cell.text.replace(cut, '');
        return { rows: withTexts(form.rows, [{ ...cell, text }]), rewritten: told([cell.path]), printed: text };
      });
  });

const sameNumber = (a: string, b: string) =>
  a.trim() === b.trim() || Number(a.replace(/[,%]/g, '')) === Number(b.replace(/[,%]/g, ''));

/** Two cells of a form exchange their texts. Either field may be the one that tells. */
function exchanged(form: TrueForm, one: PlacedCell | undefined, other: PlacedCell | undefined): Trial[] {
  if (!one || !other || sameNumber(one.text, other.text)) return [];
  const texts = [
    { ...one, text: other.text },
    { ...other, text: one.text },
  ];
  return [
    {
      rows: withTexts(form.rows, texts),
      rewritten: told([one.path, other.path]),
      printed: `${other.text} | ${one.text}`,
    },
  ];
}

const ofRow =
  (block: 'funds' | 'indicators', one: string, other: string, isMeant: (cell: PlacedCell) => boolean = () => true) =>
  (form: TrueForm) =>
    form.truth[block].flatMap((_, index) => {
      const [a, b] = [one, other].map((field) => atPath(form, `${block}[${index}].${field}`));
      return a && isMeant(a) ? exchanged(form, a, b) : [];
    });

const SIGN = /^\s*(?:[≥≧>＞﹥≤≦<＜=＝]|不低于|不少于|不超过)/;

/** The name, target and result of an indicator stand in the next row too; its weight and score are its own. */
const equalNeighbours = swap('two equal neighbouring indicators', (form) => {
  const nameAt = form.heads.find(({ block, field }) => block === 'indicators' && field === 'name')?.column;
  return form.truth.indicators.slice(1).flatMap((_, index): Trial[] => {
    const [first, second] = [index, index + 1].map((at) => atPath(form, `indicators[${at}].score`));
    if (nameAt === undefined || !first || !second || first.column !== second.column) return [];
    const row = form.rows[first.row] ?? [];
    const points = form.cells.filter((cell) => cell.row === second.row && cell.kind === 'points');
    const texts = row.flatMap((text, column) =>
      column < nameAt || points.some((cell) => cell.column === column) ? [] : [{ row: second.row, column, text }],
    );
    const path = `indicators[${index + 1}].name`;
    const ofBoth = [index, index + 1].flatMap((at) =>
      ['name', 'target', 'actual'].map((f) => `indicators[${at}].${f}`),
    );
    return [
      {
        rows: withTexts(form.rows, texts),
        rewritten: told([path], ofBoth),
        beside: new Map(['target', 'actual'].map((field) => [`indicators[${index + 1}].${field}`, anything])),
        printed: row.slice(nameAt).join(' | '),
      },
    ];
  });
});

const YEAR_LINE = /^\s*[（(]\s*(\d{4})\s*年度\s*[）)]\s*$/;
const otherYear = (name: string, write: (rows: string[][], year: number, at: number) => void) =>
  swap(name, (form) => {
    const at = form.rows.findIndex((row) => row.length === 1 && YEAR_LINE.test(row[0] ?? ''));
    const year = Number(YEAR_LINE.exec(form.rows[at]?.[0] ?? '')?.[1]);
    if (at < 0) return [];
    const rows = form.rows.map((row) => [...row]);
    write(rows, year, at);
    return [{ rows, rewritten: told(['year']), printed: `${rows[0]?.join('') ?? ''} ${rows[at]?.join('') ?? ''}` }];
  });

/** Numbers that look proved and are not, and cells that changed places: point 6 of the promise. */
export const SWAPS: readonly Spelling[] = [
  cutRate('rate 97.22 → 97', /\.\d+(?=%?$)/),
  cutRate('rate 97.22 → 97.2', /\d(?=%?$)/),
  equalNeighbours,
  swap(
    'target and result exchanged, the sign in the result',
    ofRow('indicators', 'target', 'actual', ({ text }) => SIGN.test(text)),
  ),
  swap('weight and score exchanged', ofRow('indicators', 'weight', 'score')),
  swap('budget and execution exchanged', ofRow('funds', 'annualBudget', 'executed')),
  swap('budgets exchanged', ofRow('funds', 'initialBudget', 'annualBudget')),
  swap('execution and rate exchanged', ofRow('funds', 'executed', 'executionRate')),
  otherYear('another year in the title', (rows, year) => {
    const title = rows[0];
    if (title) title[0] = (title[0] ?? '').replace(/^(#*\s*)/, `$1${year - 1}年度`);
  }),
  otherYear('two year lines that differ', (rows, year, at) => {
    rows.splice(at + 1, 0, [`（${year + 1}年度）`]);
  }),
];
