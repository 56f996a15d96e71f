import type { ReportData } from './collect.js';
import {
  findingFigure,
  gradeFigure,
  headingFigure,
  rateFigure,
  reasonFigure,
  scoreFigure,
  unitFigure,
  yearFigure,
} from './figures.js';
import { groupsOf } from './groups.js';
import { type Both, both, escaped } from './html.js';
import { ProjectLinks } from './project-links.js';
import { projectRows } from './project-rows.js';
import { STYLE } from './style.js';

/** A page that a phone opens at once; 10,000 projects fit. */
const PAGE_BYTES = 1_950_000;

export interface ReportHead {
  readonly version: string;
  readonly writtenAt: Date;
}

const TITLE: Both = { zh: '项目支出绩效自评情况', en: 'Performance self-evaluations of projects' };

/** The report as one HTML page that opens offline: no script, nothing from elsewhere, both languages. */
export function reportPage(data: ReportData, head: ReportHead): string {
  const links = new ProjectLinks(data.projects);
  const units = groupsOf(data.projects, 'unit');
  const parts = [
    header(data, head),
    section({ zh: '一、预算执行', en: '1. Execution of budgets' }, [
      rateFigure(data, links),
      yearFigure(groupsOf(data.projects, 'year')),
      unitFigure(units),
    ]),
    section({ zh: '二、得分与等级', en: '2. Scores and grades' }, [scoreFigure(data, links), gradeFigure(data, links)]),
    section({ zh: '三、失分', en: '3. Points lost' }, [headingFigure(data, links), reasonFigure(data, links)]),
    section({ zh: '四、待核问题', en: '4. Findings' }, [findingFigure(data, links), failures(data)]),
  ].join('\n');
  const frame = page(parts, '');
  const room = PAGE_BYTES - Buffer.byteLength(frame);
  return page(
    parts,
    section({ zh: '五、各单位项目', en: '5. Projects by unit' }, [projectRows(data, units, links.linked, room)]),
  );
}

function page(parts: string, rows: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${TITLE.zh} ${TITLE.en}</title>
<style>${STYLE}</style>
</head>
<body>
<input class="switch" type="radio" name="language" id="zh" checked aria-label="中文"><input class="switch" type="radio" name="language" id="en" aria-label="English">
<div class="tabs"><label for="zh">中文</label> <label for="en">English</label></div>
<main>
${parts}
${rows}
</main>
</body>
</html>
`;
}

function section(title: Both, parts: readonly string[]): string {
  return `<section><h2>${both(title)}</h2>${parts.join('\n')}</section>`;
}

function header(data: ReportData, { version, writtenAt }: ReportHead): string {
  const { done, failed, skipped } = data.inputs;
  const time = writtenAt.toISOString().slice(0, 16).replace('T', ' ');
  const findings = { error: 0, warning: 0, note: 0 };
  for (const { severities } of data.findings.values()) {
    for (const severity of ['error', 'warning', 'note'] as const) findings[severity] += severities[severity];
  }
  const number = (value: number) => value.toLocaleString('en');
  const proved = data.numbers === 0 ? '—' : `${(Math.floor((data.proved / data.numbers) * 1000) / 10).toFixed(1)} %`;
  const tiles: readonly (readonly [Both, string])[] = [
    [{ zh: '项目（自评表）', en: 'projects (forms)' }, number(data.projects.length)],
    [{ zh: '绩效指标', en: 'indicators' }, number(data.indicators)],
    [{ zh: '表中数字', en: 'printed numbers' }, number(data.numbers)],
    [{ zh: '经勾稽验证的数字', en: 'proved by the forms’ arithmetic' }, proved],
    [{ zh: '错误', en: 'errors' }, number(findings.error)],
    [{ zh: '警告', en: 'warnings' }, number(findings.warning)],
    [{ zh: '提示', en: 'notes' }, number(findings.note)],
    [{ zh: '读取失败的文件', en: 'files that failed' }, number(failed)],
  ];
  return (
    `<header><h1>${both(TITLE)}</h1>` +
    `<p class="soft">${both({
      zh: `由 zipingbiao ${escaped(version)} 读取 ${number(done + failed + skipped)} 个文件（完成 ${number(done)}，失败 ${number(failed)}，跳过 ${number(skipped)}），生成于 ${time}（UTC）。`,
      en: `zipingbiao ${escaped(version)} read ${number(done + failed + skipped)} files (done ${number(done)}, failed ${number(failed)}, skipped ${number(skipped)}); written ${time} UTC.`,
    })}</p><dl class="tiles">` +
    tiles.map(([words, value]) => `<div><dt>${both(words)}<dd>${value}</div>`).join('') +
    `</dl><p class="note">${both({
      zh: '数字以表中所印为准，金额不作换算，不同金额单位分别汇总；执行率按合计数截取两位小数。点击图中的条形可到对应的行，点击行中的数可展开相关项目。',
      en: 'Numbers are as printed; amounts are never converted, and each currency unit is added up by itself; rates of sums are cut off at two decimals. A bar leads to its row, and a number in a row opens to its projects.',
    })}</p></header>`
  );
}

function failures({ failed, inputs }: ReportData): string {
  if (failed.length === 0) return '';
  const rows = failed.map(({ path, zh, en }) => {
    return `<tr><th scope="row">${escaped(path)}<td>${both({ zh: escaped(zh), en: escaped(en) })}`;
  });
  const title = { zh: `读取失败的文件（${inputs.failed} 个）`, en: `Files that failed (${inputs.failed})` };
  return `<div class="scroll"><table class="words"><caption>${both(title)}</caption><tbody>${rows.join('')}</tbody></table></div>`;
}
