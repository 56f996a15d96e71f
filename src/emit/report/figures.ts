import { CATALOGUE } from '../../schema/catalogue.js';
import { asNumber, shown } from './amount.js';
import { barLabel } from './bar-chart.js';
import { type Bin, binned, RATE_BINS, SCORE_BINS } from './bins.js';
import type { ReportData, Share } from './collect.js';
import { type Figure, figureTable } from './figure-table.js';
import { type Group, numbersBy } from './groups.js';
import { both, type Both, escaped } from './html.js';
import type { ProjectLinks } from './project-links.js';
import { REASON_KINDS } from './reason-words.js';

/** So many bars make a chart that a page holds. */
const MOST_BARS = 15;

const PROJECTS: Both = { zh: '项目数（个）', en: 'projects' };
const POINTS: Both = { zh: '失分（分）', en: 'points lost' };
const NOT_PRINTED: Both = { zh: '未印', en: 'not printed' };
const count = (number: number) => number.toLocaleString('en');

export function rateFigure({ projects }: ReportData, links: ProjectLinks): string {
  return distribution(
    { id: 'rate', title: { zh: '执行率分布', en: 'Execution rates' }, head: { zh: '执行率（%）', en: 'rate (%)' } },
    projects.map(({ rate }) => rate),
    RATE_BINS,
    links,
  );
}

export function scoreFigure({ projects }: ReportData, links: ProjectLinks): string {
  return distribution(
    { id: 'score', title: { zh: '自评总分分布', en: 'Total scores' }, head: { zh: '总分（分）', en: 'score' } },
    projects.map(({ score }) => score),
    SCORE_BINS,
    links,
  );
}

export function gradeFigure({ projects }: ReportData, links: ProjectLinks): string {
  const rows = [...numbersBy(projects, ({ grade }) => grade)].sort(([, a], [, b]) => b.length - a.length);
  return figureTable({
    id: 'grade',
    title: { zh: '评分等级（以表中所印为准）', en: 'Grades as printed' },
    axis: PROJECTS,
    head: [{ zh: '等级', en: 'grade' }, PROJECTS],
    bars: MOST_BARS,
    rows: rows.map(([grade, numbers]) => ({
      bar: {
        label: grade === '' ? both(NOT_PRINTED, 'tspan') : barLabel(grade),
        value: numbers.length,
        said: count(numbers.length),
      },
      cells: [grade === '' ? both(NOT_PRINTED) : escaped(grade), links.behind(count(numbers.length), numbers)],
    })),
  });
}

/** Budgets and spending by year. */
export function yearFigure(groups: readonly Group[]): string {
  const nameOf = ({ year, currency }: Group) => `${year ?? '—'} ${escaped(currency)}`;
  return figureTable({
    id: 'year',
    title: { zh: '各年度预算执行', en: 'Execution by year' },
    axis: { zh: '执行率（%）', en: 'execution rate (%)' },
    head: GROUP_HEAD,
    rows: groups.map((group) => groupRow(group, nameOf(group), nameOf(group), count(group.projects.length))),
  });
}

/** The units that spent the least of their budgets. */
export function unitFigure(groups: readonly Group[]): string {
  const slowest = groups
    .map((group, index) => ({ group, index }))
    .filter(({ group }) => group.rate !== null)
    .sort((a, b) => Number(a.group.rate?.replaceAll(',', '')) - Number(b.group.rate?.replaceAll(',', '')))
    .slice(0, MOST_BARS);
  return figureTable({
    id: 'slowest',
    title: {
      zh: `执行率最低的单位（${slowest.length} 个）`,
      en: `The ${slowest.length} units with the lowest execution rates`,
    },
    axis: { zh: '执行率（%）', en: 'execution rate (%)' },
    head: GROUP_HEAD,
    rows: slowest.map(({ group, index }) => {
      const link = `<a href="#u${index + 1}">${escaped(group.label)}</a> ${group.year ?? ''} ${escaped(group.currency)}`;
      return groupRow(group, link, barLabel(group.label), count(group.projects.length));
    }),
  });
}

export function headingFigure(data: ReportData, links: ProjectLinks): string {
  const shares = [...data.lostByHeading].sort(([, a], [, b]) => (b.lost > a.lost ? 1 : -1));
  return lostFigure(
    {
      id: 'heading',
      title: { zh: '失分的指标类别', en: 'Where points were lost' },
      head: { zh: '二级指标', en: 'heading' },
    },
    shares.map(([heading, share]) => [{ zh: escaped(heading), en: escaped(heading) }, barLabel(heading), share]),
    links,
  );
}

export function reasonFigure(data: ReportData, links: ProjectLinks): string {
  const shares = [...data.lostByReason].sort(([, a], [, b]) => (b.lost > a.lost ? 1 : -1));
  const note = {
    zh: '按“偏差原因分析及改进措施”中的用词归类，一条原因只归入一类。',
    en: 'By words in the reasons, each reason in one kind only.',
  };
  return lostFigure(
    { id: 'reason', title: { zh: '失分原因', en: 'Why points were lost' }, head: { zh: '原因', en: 'reason' }, note },
    shares.flatMap(([kind, share]) => {
      const words = REASON_KINDS[kind]?.words;
      if (words === undefined) return [];
      const short = { zh: barLabel(words.zh), en: barLabel(words.en) };
      return [[words, both(short, 'tspan'), share] as const];
    }),
    links,
  );
}

export function findingFigure(data: ReportData, links: ProjectLinks): string {
  const rows = [...data.findings].sort(([, a], [, b]) => b.rows - a.rows);
  return figureTable({
    id: 'finding',
    title: { zh: '待核问题', en: 'Findings' },
    axis: { zh: '问题数（个）', en: 'findings' },
    bars: MOST_BARS,
    head: [
      { zh: '代码', en: 'code' },
      { zh: '含义', en: 'meaning' },
      { zh: '错误', en: 'errors' },
      { zh: '警告', en: 'warnings' },
      { zh: '提示', en: 'notes' },
      { zh: '项目', en: 'projects' },
    ],
    rows: rows.map(([code, { rows: number, severities, projects }]) => {
      const entry = CATALOGUE.find((each) => each.code === code);
      return {
        bar: { label: barLabel(code), value: number, said: count(number) },
        cells: [
          escaped(code),
          entry === undefined ? '' : both({ zh: escaped(entry.meaningZh), en: escaped(entry.meaning) }),
          count(severities.error),
          count(severities.warning),
          count(severities.note),
          links.behind(count(projects.size), projects),
        ],
      };
    }),
  });
}

type Named = Pick<Figure, 'id' | 'title' | 'note'> & { readonly head: Both };

function distribution(
  { head, ...named }: Named,
  values: readonly (number | null)[],
  bins: readonly Bin[],
  links: ProjectLinks,
): string {
  const { bins: filled, none } = binned(values, bins);
  const rows = bins.map(({ label }, index) => {
    const numbers = filled[index] ?? [];
    return {
      bar: { label, value: numbers.length, said: count(numbers.length) },
      cells: [label, links.behind(count(numbers.length), numbers)],
    };
  });
  const absent = { bar: null, cells: [both(NOT_PRINTED), links.behind(count(none.length), none)] };
  return figureTable({
    ...named,
    axis: PROJECTS,
    head: [head, PROJECTS],
    rows: none.length === 0 ? rows : [...rows, absent],
  });
}

function lostFigure(
  { head, ...named }: Named,
  shares: readonly (readonly [words: Both, label: string, share: Share])[],
  links: ProjectLinks,
): string {
  return figureTable({
    ...named,
    axis: POINTS,
    bars: MOST_BARS,
    head: [head, POINTS, { zh: '失分项', en: 'rows' }, { zh: '项目', en: 'projects' }],
    rows: shares.map(([words, label, { rows, lost, projects }]) => ({
      bar: { label, value: asNumber(lost), said: shown(lost, 2) },
      cells: [both(words), shown(lost), count(rows), links.behind(count(projects.size), projects)],
    })),
  });
}

const GROUP_HEAD: readonly Both[] = [
  { zh: '单位、年度', en: 'unit, year' },
  { zh: '项目', en: 'projects' },
  { zh: '全年预算数', en: 'budget' },
  { zh: '全年执行数', en: 'spent' },
  { zh: '执行率（%）', en: 'rate (%)' },
  { zh: '平均总分', en: 'mean score' },
];

function groupRow(group: Group, name: string, label: string, projects: string) {
  const { rate, budget, executed, meanScore } = group;
  return {
    bar: rate === null ? null : { label, value: Number(rate.replaceAll(',', '')), said: rate },
    cells: [name, projects, shown(budget), shown(executed), rate ?? '—', meanScore?.toFixed(2) ?? '—'],
  };
}
