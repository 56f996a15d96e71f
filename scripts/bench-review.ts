/**
 * Measures the review in a real browser: `npx tsx scripts/bench-review.ts [folder of results]`. With a folder, the time from a key to the
 * next value on each of its forms with something open (a copy is reviewed); without, an overview of 2,000 forms with 100,000 findings.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { digitize } from '../src/digitize/digitize.js';
import { openReviewServer } from '../src/review/server/server.js';
import { openPool } from '../src/run/pool.js';
import { childCommand } from '../src/run/child-command.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';
import type { Manifest } from '../src/schema/manifest.js';
import { madeReport } from '../test/made/report.js';
import { openChromium } from '../test/review/browser.js';

const FORMS = 2_000;
const FINDINGS = 50;
const UNITS = 80;

/** Until the browser has drawn what a change brought. */
const DRAWN = 'new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))';

/** From the key to a page that shows the next value, and is ready for the next key. */
const KEY_TO_NEXT = `(async () => {
  const before = document.querySelector('.sheet .active')?.className;
  const path = document.querySelector('.sheet .active')?.dataset.path;
  const start = performance.now();
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  for (;;) {
    await new Promise((done) => requestAnimationFrame(done));
    const active = document.querySelector('.sheet .active');
    const isNext = active?.dataset.path !== path || active?.className !== before;
    if (isNext && document.querySelector('main').getAttribute('aria-busy') === 'false') break;
    if (performance.now() - start > 5000) break;
  }
  return performance.now() - start;
})()`;

const scratch = mkdtempSync(join(tmpdir(), 'bench-review-'));
const folder = join(scratch, 'out');
const [given] = process.argv.slice(2);
if (given === undefined) await makeMany();
else cpSync(given, folder, { recursive: true });

const browser = await openChromium();
const executor = openPool({ jobs: availableParallelism(), command: childCommand(DEFAULT_LIMITS) });
const begun = performance.now();
const server = await openReviewServer({ folder, by: 'bench', version: '0', port: 0, executor });
say('server ready', performance.now() - begun);
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  if (given === undefined) await overview(page);
  else await keys(page);
} finally {
  await browser.close();
  await server.close();
  await executor.close();
  rmSync(scratch, { recursive: true, force: true });
}

function say(what: string, milliseconds: number): void {
  console.log(`${what.padEnd(44)} ${milliseconds.toFixed(0).padStart(7)} ms`);
}

async function makeMany(): Promise<void> {
  const { records } = await digitize('fixtures/forms/01-central-leading.tab.md');
  const [record] = records;
  if (record === undefined) throw new Error('The fixture holds no form.');
  const paths = Object.keys(record.evidence);
  const lines = Array.from({ length: FORMS }, (_, number) => {
    const sha256 = number.toString(16).padStart(64, '0');
    return JSON.stringify({
      ...record,
      id: `${sha256.slice(-12)}-001`,
      source: { ...record.source, sha256, file: `forms/${number}.md` },
      projectName: `${record.projectName ?? ''} ${number}`,
      implementingUnit: `单位 ${number % UNITS}`,
      year: 2015 + (number % 10),
      findings: Array.from({ length: FINDINGS }, (__, index) => ({
        code: ['unproved-number', 'reading-doubtful', 'text-unplaced'][index % 3],
        severity: index % 10 === 0 ? 'error' : 'warning',
        path: paths[index % paths.length],
        message: 'Made up.',
        messageZh: '编造。',
      })),
    });
  });
  const inputs = lines.map((_, number) =>
    madeReport({ path: `forms/${number}.md`, sha256: number.toString(16).padStart(64, '0') }),
  );
  const manifest: Manifest = { version: '0', options: {}, inputs };
  mkdirSync(folder);
  writeFileSync(join(folder, 'projects.jsonl'), `${lines.join('\n')}\n`);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}

async function overview(page: Page): Promise<void> {
  const start = performance.now();
  const answer = await (await fetch(`${server.address}api/overview`)).arrayBuffer();
  say(`overview, ${Math.round(answer.byteLength / 1024)} KB of JSON`, performance.now() - start);
  await page.goto(server.address);
  await page.waitForSelector('.forms tbody tr');
  const paint = await page.evaluate<number>(
    "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0",
  );
  say('first paint', paint);
  say('rows in the page', await page.evaluate<number>(`${DRAWN}.then(() => performance.now())`));
  const filters: readonly (readonly [string, string, string])[] = [
    ['search', 'input[type=search]', '199'],
    ['search back', 'input[type=search]', ''],
    ['unit', '.filters label:nth-of-type(4) select', '单位 7'],
    ['unit back', '.filters label:nth-of-type(4) select', ''],
    ['severity', '.filters label:nth-of-type(3) select', 'error'],
  ];
  for (const [what, selector, value] of filters) {
    const milliseconds = await page.evaluate<number>(`(async () => {
      const element = document.querySelector(${JSON.stringify(selector)});
      const start = performance.now();
      element.value = ${JSON.stringify(value)};
      element.dispatchEvent(new Event(element.matches('select') ? 'change' : 'input', { bubbles: true }));
      await ${DRAWN};
      return performance.now() - start;
    })()`);
    say(`filter: ${what} (${await page.locator('.count').innerText()})`, milliseconds);
  }
  const click = performance.now();
  await page.locator('.forms a').first().click();
  await page.waitForSelector('.panel');
  say('a form opens', performance.now() - click);
}

/** Confirms whatever is open, form after form, and measures from the key to the next value shown. */
async function keys(page: Page): Promise<void> {
  const forms = [...server.review.index.summaries.values()].filter(({ errors, warnings }) => errors + warnings > 0);
  const all: number[] = [];
  let pressed = 0;
  for (const { id, file } of forms) {
    const start = performance.now();
    await page.goto(`${server.address}#form/${id}`);
    await page.reload();
    await page.waitForSelector('.panel');
    const shown = performance.now() - start;
    await page.waitForSelector('.paper img, .paper pre, .paper td, .paper .drawing');
    await page.evaluate("Promise.all([...document.querySelectorAll('.paper img')].map((image) => image.decode()))");
    const drawn = performance.now() - start;
    let count = await page.locator('.sheet .value.error, .sheet .value.warning').count();
    const times: number[] = [];
    while (count > 0) {
      times.push(await page.evaluate<number>(KEY_TO_NEXT));
      pressed += 1;
      count = await page.locator('.sheet .value.error, .sheet .value.warning').count();
    }
    all.push(...times);
    const worst = Math.max(...times).toFixed(0);
    console.log(
      `${file.padEnd(60)} shown ${shown.toFixed(0).padStart(5)} ms, drawn ${drawn.toFixed(0).padStart(5)} ms, ${times.length} keys, slowest ${worst} ms`,
    );
  }
  all.sort((a, b) => a - b);
  const at = (part: number) => all[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0;
  console.log(`${forms.length} forms, ${pressed} keys`);
  say('key to next value: median', at(0.5));
  say('key to next value: 95 of 100', at(0.95));
  say('key to next value: slowest', at(1));
}
