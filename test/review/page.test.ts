import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readDecisions } from '../../src/decide/decision-file.js';
import type { ReviewServer } from '../../src/review/server/server.js';
import { SelfEvaluation } from '../../src/schema/record.js';
import { madeFolder } from '../made/folder.js';
import { installedBrowser, openChromium } from './browser.js';
import { extract, reviewed, serve } from './folder.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
interface AxeResults {
  readonly passes: readonly unknown[];
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
const PROGRAM = join(import.meta.dirname, '../../dist/cli/main.js');

if (installedBrowser === undefined)
  console.warn('No browser is installed: the tests of the review’s page were skipped.');

describe.skipIf(installedBrowser === undefined)('the page of the review', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
  });

  let folder: string;
  let output: string;
  let server: ReviewServer;
  let page: Page;
  let troubles: string[];
  beforeEach(async () => {
    folder = madeFolder();
    output = await reviewed(folder, 'forms/06-hubei.pipe.md', 'pdf/06-hubei.libreoffice-microhei-portrait.pdf');
    server = await serve(output);
    await open({});
  }, 60_000);
  afterEach(async () => {
    expect(troubles).toEqual([]);
    await page.close();
    await server.close();
  });

  /** Opens the page; whatever the browser complains of is a trouble, as a breach of the page's own policy. */
  async function open(options: NonNullable<Parameters<Browser['newPage']>[0]>) {
    page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1400, height: 900 }, ...options });
    troubles = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
    });
    await page.goto(server.address);
    await page.waitForSelector('.forms, .empty');
  }

  const decisions = async () => (await readDecisions(output)).decisions;
  const activePath = () => page.locator('.sheet .active').getAttribute('data-path');
  const openCount = async () => page.locator('.sheet .value.error, .sheet .value.warning').count();
  const openForm = async (file: string) => {
    await page.getByRole('searchbox').fill(file);
    await page.locator('.forms a').first().click();
    await page.waitForSelector('.panel');
  };
  /** Presses a key and waits until the program has answered. */
  const pressed = async (key: string) => {
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/decisions'));
    await page.keyboard.press(key);
    await answered;
    await page.waitForSelector('main[aria-busy="false"]');
  };

  it('settles a text form with keys alone, and signs it; everything is there after a reload', async () => {
    await page.keyboard.press('Tab'); // the browser's own way in
    await openForm('.md');
    const count = await openCount();
    expect(count).toBeGreaterThan(0);
    for (let left = count; left > 0; left -= 1) await pressed('Enter');
    await expect.poll(openCount).toBe(0);
    await pressed('s');
    await expect.poll(() => page.locator('.formbar .chip').innerText()).toBe('已签署');
    await page.reload();
    await page.waitForSelector('.panel');
    expect(await page.locator('.formbar .chip').innerText()).toBe('已签署');
    expect((await decisions()).map(({ action }) => action)).toEqual([...Array<string>(count).fill('confirm'), 'sign']);
    await server.close();
    await extract(folder);
    const [line = ''] = readFileSync(join(output, 'projects.jsonl'), 'utf8').split('\n');
    expect(SelfEvaluation.parse(JSON.parse(line)).review?.by).toBe('张三');
    server = await serve(output);
  });

  it('steps through what is flagged and marks it in the text', async () => {
    await openForm('.md');
    const first = await activePath();
    await page.keyboard.press('j');
    await expect.poll(activePath).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(activePath).toBe(first);
    await page.locator('[data-path="totalScore"]').click();
    expect(await page.locator('mark.active').innerText()).toBe('95');
    expect(await page.evaluate("document.activeElement?.getAttribute('data-path')")).toBe('totalScore');
  });

  it('shows the sums with the number that is typed, takes it, and takes it back', async () => {
    await openForm('.md');
    await page.locator('[data-path="indicators[0].score"]').click();
    await page.keyboard.press('e');
    await page.locator('.editor textarea').fill('1');
    await expect.poll(() => page.locator('.tried .opens').count()).toBeGreaterThan(0);
    expect(await page.locator('.tried').innerText()).toMatch(/1 \+ .* ≠ 95 ✗/);
    await page.locator('.editor textarea').fill('many');
    await expect.poll(() => page.locator('.tried').innerText()).toContain('不是数字');
    await page.locator('.editor textarea').fill('1');
    await pressed('Enter');
    await expect.poll(() => page.locator('[data-path="indicators[0].score"]').innerText()).toContain('1');
    await pressed('u');
    expect((await decisions()).map(({ action }) => action)).toEqual(['replace', 'undo']);
  });

  it('adds a row with the keyboard, fills it cell by cell, takes rows away, and takes all of it back', async () => {
    await openForm('.md');
    const rowCount = () => page.locator('.sheet .indicators tbody tr').count();
    const before = await rowCount();
    await page.locator('[data-path="indicators[0].score"]').click();
    await pressed('a');
    await page.waitForSelector('.editor textarea');
    expect(await rowCount()).toBe(before + 1);
    for (const text of ['新增指标', '5个', '5个', '3', '2']) {
      await page.locator('.editor textarea').fill(text);
      await pressed('Enter');
    }
    const added = (await page.locator('.sheet tr.added').innerText()).replace(/[^\p{Script=Han}\d]+/gu, ' ').trim();
    expect(added).toMatch(/新增指标 5个 5个 3 2$/);
    await page.locator('[data-path="indicators[0].score"]').click();
    expect(await page.locator('.identities').innerText()).toMatch(/ \+ 2 \+ .*≠/); // the sums follow
    await pressed('x');
    await expect.poll(() => page.locator('.sheet tr.removed').count()).toBe(1);
    expect(await page.locator('.panel h2').innerText()).toContain('绩效指标 1');
    await pressed('u');
    await expect.poll(() => page.locator('.sheet tr.removed').count()).toBe(0);
    for (let left = 6; left > 0; left -= 1) await pressed('u');
    expect(await rowCount()).toBe(before);
    expect((await decisions()).map(({ action }) => action)).toEqual([
      'add',
      ...Array<string>(5).fill('replace'),
      'remove',
      ...Array<string>(7).fill('undo'),
    ]);
  });

  it('writes rows that were added and taken away into the tables, and keeps them when it is extracted again', async () => {
    await openForm('.md');
    await page.getByRole('button', { name: '在“绩效指标”末尾加一行' }).click();
    await page.locator('.editor textarea').fill('末行');
    await pressed('Enter');
    await page.keyboard.press('Escape');
    await page.locator('[data-path="indicators[0].name"]').click();
    const first = (await page.locator('[data-path="indicators[0].name"]').innerText()).replace(/^\W+/, '');
    await page.getByRole('button', { name: '删除本行' }).click();
    await expect.poll(() => page.locator('.sheet tr.removed').count()).toBe(1);
    await server.close();
    const written = () => readFileSync(join(output, 'indicators.csv'), 'utf8');
    const names = written();
    expect(names).toContain('末行');
    await extract(folder);
    expect(written()).toBe(names);
    const records = readFileSync(join(output, 'projects.jsonl'), 'utf8').trimEnd().split('\n');
    const text = records
      .map((line) => SelfEvaluation.parse(JSON.parse(line)))
      .find(({ source }) => source.kind === 'text');
    expect(text?.indicators.at(-1)?.name).toBe('末行');
    expect(text?.indicators[0]?.name).not.toBe(first);
    expect(text?.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['row-added', 'row-removed']));
    server = await serve(output);
  });

  it('shows the page of a PDF with a box on every value, and the value enlarged', async () => {
    await openForm('.pdf');
    await page.waitForSelector('.paper img');
    const boxes = await page.locator('svg .box').count();
    expect(boxes).toBeGreaterThan(30);
    await page.locator('[data-path="totalScore"]').click();
    await expect.poll(() => page.locator('svg .box.active').count()).toBe(1);
    await expect.poll(() => page.locator('.crop img').count()).toBe(1);
    // A box leads back to its value.
    const box = page.locator('svg .box').nth(3);
    await box.click({ force: true });
    expect(await page.locator('svg .box').nth(3).getAttribute('class')).toContain('active');
    await page.keyboard.press('+');
    await expect.poll(() => page.locator('.zoom').innerText()).toContain('125 %');
  });

  it('settles a scan: the crop, each reader’s reading, and one of them taken', { timeout: 240_000 }, async () => {
    await server.close();
    await reviewed(folder, 'scan/18-odd-signs.200-jpeg.jpg');
    server = await serve(output);
    await page.goto(server.address);
    await openForm('.jpg');
    await page.waitForSelector('.paper img');
    await expect.poll(() => page.locator('.crop img').count()).toBeGreaterThan(0);
    const readings = await page.locator('.readings button').allInnerTexts();
    expect(readings.length).toBeGreaterThan(1);
    const path = (await activePath()) ?? '';
    await pressed('2');
    const [{ action, after } = { action: '', after: '' }] = await decisions();
    expect([action, readings[1]]).toEqual(['replace', expect.stringContaining(String(after).slice(0, 1))]);
    for (let left = await openCount(); left > 0; left = await openCount()) await pressed('Enter');
    expect(await page.locator('.formbar [role="status"]').innerText()).toContain('均已决定');
    await pressed('s');
    await server.close();
    await extract(folder);
    const records = readFileSync(join(output, 'projects.jsonl'), 'utf8').trimEnd().split('\n');
    const scan = records
      .map((line) => SelfEvaluation.parse(JSON.parse(line)))
      .find(({ source }) => source.kind === 'scan');
    expect(scan?.review?.by).toBe('张三');
    expect(scan?.evidence[path]?.decision?.action).toBe('replace');
    server = await serve(output);
  });

  it('has no violation that axe finds, in any view, light and dark, wide and narrow', async () => {
    for (const options of [
      { colorScheme: 'light' as const },
      { colorScheme: 'dark' as const, viewport: { width: 390, height: 844 }, locale: 'en' },
    ]) {
      await page.close();
      await open({ ...options, bypassCSP: true });
      expect(await violations()).toEqual([]);
      await openForm('.md');
      expect(await violations()).toEqual([]);
      await page.keyboard.press('e');
      await page.waitForSelector('.editor');
      expect(await violations()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await page.waitForSelector('dialog');
      expect(await violations()).toEqual([]);
    }
  });
  async function violations() {
    await page.evaluate(AXE);
    const { passes, violations } = await page.evaluate<AxeResults>('axe.run()');
    expect(passes.length).toBeGreaterThan(10); // it has looked
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  }

  it.each([1400, 390])('needs no scrolling sideways, and cuts no value: %i wide', async (width) => {
    await page.setViewportSize({ width, height: 844 });
    await openForm('.md');
    const overflow = await page.evaluate(`
      [document.documentElement, ...document.querySelectorAll('.right, .panel .body, .value, .head')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.className)`);
    expect(overflow).toEqual([]);
  });

  it('keeps everything in its place while values are stepped through', async () => {
    await openForm('.pdf');
    await page.waitForSelector('.paper img');
    const places = () =>
      page.evaluate(`JSON.stringify(['.paper', '.panel', '.sheet', '.formbar'].map((name) => {
        const { x, y, width, height } = document.querySelector(name).getBoundingClientRect();
        return [name, x, y, width, height];
      }))`);
    const before = await places();
    for (const path of ['totalScore', 'expectedGoal', 'indicators[0].target', 'funds[0].executed', 'year']) {
      await page.locator(`[data-path="${path}"]`).click();
      expect(await places()).toBe(before);
    }
  });

  it('runs nothing that a form says', async () => {
    const hostile = '<script>window.hacked=1</script><img src=x onerror=window.hacked=1>\u202e"\'`${1}';
    const records = readFileSync(join(output, 'projects.jsonl'), 'utf8').trimEnd().split('\n');
    const changed = records.map((line) => {
      const record = SelfEvaluation.parse(JSON.parse(line));
      record.findings.push({
        code: 'form-cut',
        severity: 'error',
        path: hostile,
        message: hostile,
        messageZh: hostile,
      });
      record.other.push({ label: hostile, text: hostile });
      for (const indicator of record.indicators) indicator.name = hostile;
      for (const evidence of Object.values(record.evidence)) evidence.text = hostile;
      record.grade = hostile;
      return JSON.stringify({ ...record, projectName: hostile, implementingUnit: hostile, title: hostile });
    });
    writeFileSync(join(output, 'projects.jsonl'), `${changed.join('\n')}\n`);
    await page.reload();
    await page.waitForSelector('.forms');
    expect(await page.locator('.forms a').first().innerText()).toContain('<script>');
    await page.locator('.forms a').first().click();
    await page.waitForSelector('.panel');
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    expect(await page.evaluate("'hacked' in window")).toBe(false);
    expect(await page.locator('#page script, #page img[src="x"]').count()).toBe(0);
  });

  it('says when the program is gone, and loses at the most the key that it never confirmed', async () => {
    await server.close();
    const child = spawn(process.execPath, [PROGRAM, 'review', output, '--no-open', '--quiet'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [address] = (await once(child.stdout, 'data')) as [Buffer];
    await page.goto(address.toString().trim());
    await page.waitForSelector('.forms');
    await openForm('.md');
    await pressed('Enter');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.banner:not([hidden])');
    expect(await page.locator('.banner').innerText()).toContain('已中断');
    expect(await decisions()).toHaveLength(1);
    troubles = []; // the browser tells of the refused connection
    server = await serve(output); // the dead one's lock is taken
  });
});
