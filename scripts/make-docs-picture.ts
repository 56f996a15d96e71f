/**
 * Draws the picture of the READMEs, a form beside the rows that come of it: `npm run build && npx tsx scripts/make-docs-picture.ts`. Wants
 * pdftoppm and chromium; CHROMIUM names another browser.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { SelfEvaluation } from '../src/schema/record.js';

const ROOT = join(import.meta.dirname, '..');
const MAIN = join(ROOT, 'dist/cli/main.js');
const FORM = join(ROOT, 'fixtures/pdf/03-shanghai.libreoffice-ukai-portrait.pdf');
/** Pixels of the drawn page: where its first form stands. */
const FIRST_FORM = { left: 80, top: 90, width: 1030, height: 905 };

const folder = mkdtempSync(join(tmpdir(), 'picture-'));
try {
  const zipingbiao = (...words: string[]) => execFileSync(process.execPath, [MAIN, ...words, '--quiet']);
  execFileSync('pdftoppm', ['-r', '144', '-f', '1', '-l', '1', '-singlefile', '-png', FORM, join(folder, 'page')]);
  zipingbiao('extract', FORM, '--output', folder, '--format', 'jsonl');
  const [line = ''] = readFileSync(join(folder, 'projects.jsonl'), 'utf8').split('\n');
  const page = readFileSync(join(folder, 'page.png')).toString('base64');
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
  const tab = await browser.newPage({ viewport: { width: 1500, height: 600 } });
  await tab.setContent(html(page, SelfEvaluation.parse(JSON.parse(line))));
  await tab.locator('main').screenshot({ path: join(ROOT, 'docs/form-and-table.png') });
  await browser.close();
} finally {
  rmSync(folder, { recursive: true });
}

function html(page: string, { projectName, indicators, funds, totalScore }: SelfEvaluation): string {
  const { left, top, width, height } = FIRST_FORM;
  const head = ['level1', 'level2', 'name', 'operator', 'target', 'unit', 'actual', 'weight', 'score'];
  const rows = indicators.map(({ level1, level2, name, target, actual, weight, score }) => [
    level1,
    level2,
    name,
    target.operator,
    target.value ?? target.text,
    target.unit,
    actual.value ?? actual.achievement ?? actual.text,
    weight,
    score,
  ]);
  const money = funds
    .slice(0, 2)
    .map((row) => [row.label, row.annualBudget, row.executed, row.executionRate, row.score]);
  return `<style>
    body { margin: 0; font: 15px/1.6 'Noto Sans CJK SC', 'WenQuanYi Zen Hei', sans-serif; background: #fff; color: #1d2733 }
    main { display: flex; gap: 28px; align-items: center; padding: 18px; width: fit-content }
    .page { width: ${width * 0.56}px; height: ${height * 0.56}px; overflow: hidden; border: 1px solid #cfd6de }
    .page img { zoom: 0.56; margin: -${top}px 0 0 -${left}px }
    .arrow { font-size: 40px; color: #2f6fb2 }
    table { border-collapse: collapse; margin: 6px 0 18px } th, td { border: 1px solid #cfd6de; padding: 2px 9px; text-align: left }
    th { background: #eef3f8; font-weight: 600 } td.n { text-align: right; font-variant-numeric: tabular-nums } h2 { font-size: 17px; margin: 0 }
  </style><main><div class="page"><img src="data:image/png;base64,${page}"></div><div class="arrow">→</div>
  <div><h2>${projectName} · ${totalScore}</h2>${table(['funds', 'annual_budget', 'executed', 'execution_rate', 'score'], money)}
  ${table(head, rows)}</div></main>`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null) =>
    `<td${typeof value === 'number' ? ' class="n"' : ''}>${value ?? ''}</td>`;
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  return `<table><tr>${head.map((word) => `<th>${word}</th>`).join('')}</tr>${body}</table>`;
}
