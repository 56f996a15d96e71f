import { shown } from './amount.js';
import type { ReportData, ReportProject } from './collect.js';
import type { Group } from './groups.js';
import { type Both, both, escaped, shortened } from './html.js';

const COLUMNS: readonly Both[] = [
  { zh: '序号', en: 'no.' },
  { zh: '项目', en: 'project' },
  { zh: '预算数', en: 'budget' },
  { zh: '执行数', en: 'spent' },
  { zh: '执行率', en: 'rate' },
  { zh: '总分', en: 'score' },
  { zh: '等级', en: 'grade' },
  { zh: '错误', en: 'errors' },
  { zh: '警告', en: 'warnings' },
  { zh: '页', en: 'pages' },
];
/** Characters of a name that a row shows. */
const NAME_CHARACTERS = 60;

/** The list of all projects by unit and year; rows that would make the page larger than `bytes` are left out, and it says so. */
export function projectRows(
  { projects }: ReportData,
  groups: readonly Group[],
  linked: ReadonlySet<number>,
  bytes: number,
): string {
  const shownRows = chosenRows(projects, groups, linked, bytes);
  const body = groups.map((group, index) => groupRows(group, index, projects, shownRows));
  const left = projects.length - shownRows.size;
  const note =
    left === 0
      ? ''
      : `<p>${both({
          zh: `为便于打开，另有 ${left} 个项目未列出，全部项目见 zipingbiao.xlsx 或 projects.csv。`,
          en: `${left} more projects are left out so that the page opens quickly; zipingbiao.xlsx and projects.csv hold them all.`,
        })}</p>`;
  return (
    `${note}<div class="scroll"><table class="rows"><thead><tr>` +
    COLUMNS.map((words) => `<th scope="col">${both(words)}`).join('') +
    `</thead>${body.join('')}</table></div>`
  );
}

/** First the rows that figures link to, then the others in their order, as long as there is room. */
function chosenRows(
  projects: readonly ReportProject[],
  groups: readonly Group[],
  linked: ReadonlySet<number>,
  bytes: number,
): Set<number> {
  const chosen = new Set<number>();
  let room = bytes - groups.reduce((sum, group, index) => sum + size(groupRow(group, index)), 0);
  const inOrder = groups.flatMap(({ projects: numbers }) => numbers);
  for (const number of [...linked, ...inOrder]) {
    const project = projects[number];
    if (project === undefined || chosen.has(number)) continue;
    room -= size(projectRow(project, number));
    if (room < 0) break;
    chosen.add(number);
  }
  return chosen;
}

const size = (html: string) => Buffer.byteLength(html);

function groupRows(
  group: Group,
  index: number,
  projects: readonly ReportProject[],
  shownRows: ReadonlySet<number>,
): string {
  const rows = group.projects.flatMap((number) => {
    const project = projects[number];
    return project === undefined || !shownRows.has(number) ? [] : [projectRow(project, number)];
  });
  return groupRow(group, index) + rows.join('');
}

function groupRow(
  { label, year, currency, budget, executed, rate, meanScore, projects }: Group,
  index: number,
): string {
  const unit = label === '' ? both({ zh: '（未印单位）', en: '(no unit printed)' }) : escaped(label);
  const name = [unit, year, escaped(currency), `(${projects.length})`].filter((part) => part !== null).join(' ');
  const numbers = [shown(budget), shown(executed), rate ?? '', meanScore?.toFixed(2) ?? ''];
  return `<tbody><tr class="group" id="u${index + 1}"><th scope="rowgroup" colspan="2">${name}${numbers.map((text) => `<td>${text}`).join('')}<td colspan="4">`;
}

function projectRow(project: ReportProject, number: number): string {
  const { budget, executed, rate, score, grade, findings, pages } = project;
  const cells = [
    budget === null ? '' : shown(budget),
    executed === null ? '' : shown(executed),
    rate ?? '',
    score ?? '',
    escaped(grade),
    findings.error === 0 ? '' : `<b class="e">${findings.error}</b>`,
    findings.warning === 0 ? '' : findings.warning,
    pages?.join(',') ?? '',
  ];
  return `<tr id="p${number + 1}"><td>${number + 1}<td>${escaped(shortened(project.name, NAME_CHARACTERS))}${cells.map((cell) => `<td>${cell}`).join('')}`;
}
