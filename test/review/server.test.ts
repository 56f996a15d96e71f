import { request } from 'node:http';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DECISIONS, readDecisions } from '../../src/decide/decision-file.js';
import { FormView, Job, Overview, PageImage, Passage, Tried } from '../../src/review/api.js';
import { safeName } from '../../src/review/session/dropped-files.js';
import type { ReviewServer } from '../../src/review/server/server.js';
import { FolderInUse } from '../../src/run/lock.js';
import { madeFolder } from '../made/folder.js';
import { extract, reviewed, serve } from './folder.js';

const TEXT = 'forms/06-hubei.pipe.md';
const PDF = 'pdf/06-hubei.libreoffice-microhei-portrait.pdf';

let folder: string;
let output: string;
let server: ReviewServer;
beforeEach(async () => {
  folder = madeFolder();
  output = await reviewed(folder, TEXT);
  server = await serve(output);
});
afterEach(async () => {
  await server.close();
});

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  /** Instead of the token. */
  readonly token?: string;
}

/** Asks the server as any program could: with whatever headers. */
function ask(path: string, { method, headers = {}, body, token }: Asked = {}) {
  const { port, host, origin, pathname } = new URL(server.address);
  return new Promise<{ status: number; json: unknown; headers: Record<string, unknown> }>((resolve, reject) => {
    const asking = request(
      {
        host: '127.0.0.1',
        port,
        path: (token === undefined ? pathname : `/${token}/`) + path,
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: { host, ...(body === undefined ? {} : { origin }), ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const isJson = response.headers['content-type']?.startsWith('application/json') === true;
          resolve({
            status: response.statusCode ?? 0,
            json: isJson ? JSON.parse(text) : text,
            headers: response.headers,
          });
        });
      },
    );
    asking.on('error', reject);
    asking.end(body);
  });
}

const overview = async () => Overview.parse((await ask('api/overview')).json);
const firstForm = async () => (await overview()).forms[0]?.id ?? '';
const viewOf = async (id: string) => FormView.parse((await ask(`api/forms/${id}`)).json);
const decide = (decision: object) => ask('api/decisions', { body: JSON.stringify({ by: '张三', ...decision }) });

describe('the server lets nobody in', () => {
  it.each<[string, Asked, string]>([
    ['with another host', { headers: { host: 'attacker.example' } }, 'foreign-host'],
    ['with the right name and another port', { headers: { host: '127.0.0.1:1' } }, 'foreign-host'],
    ['from another page', { headers: { origin: 'http://attacker.example' } }, 'foreign-origin'],
    ['from a page without an origin', { headers: { origin: 'null' } }, 'foreign-origin'],
    [
      'from a page of another site, as the browser says',
      { headers: { 'sec-fetch-site': 'cross-site' } },
      'foreign-origin',
    ],
    ['without the token', { token: '' }, 'no-token'],
    ['with a wrong token', { token: 'x'.repeat(32) }, 'no-token'],
  ])('%s', async (_, asked, code) => {
    const { status, json } = await ask('api/overview', asked);
    expect([status, json]).toEqual([403, expect.objectContaining({ code })]);
  });

  it('that would write without saying where it comes from', async () => {
    const { host } = new URL(server.address);
    const { status } = await ask('api/decisions', { method: 'POST', headers: { host } });
    expect(status).toBe(403);
  });

  it.each([
    '../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    'page.css/../../manifest.json',
    'pictures/..%2f..%2fx.webp',
    'out/manifest.json',
  ])('to a file that is none of the page’s: %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it('and says to the browser that nothing comes from elsewhere', async () => {
    const { headers, json } = await ask('');
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(String(json)).not.toMatch(/<script(?![^>]*\bsrc=)|\bon\w+=|https?:/);
  });

  it('listens on this machine alone', () => {
    expect(new URL(server.address).hostname).toBe('127.0.0.1');
  });
});

describe('what a request may hold', () => {
  it.each([
    ['a huge body', 'x'.repeat(1024 ** 2), 413],
    ['no JSON', '{', 400],
    ['another action', JSON.stringify({ action: 'delete' }), 400],
  ])('not %s', async (_, body, status) => {
    expect((await ask('api/decisions', { body })).status).toBe(status);
  });

  it('no field that is none of the form’s, and no prototype', async () => {
    const form = await firstForm();
    for (const path of [
      '__proto__',
      'constructor',
      'funds[99].score',
      'evidence',
      'source.file',
      'indicators[0].__proto__',
    ])
      expect((await decide({ action: 'replace', form, path, text: '1' })).status).toBe(400);
    expect(existsSync(join(output, DECISIONS))).toBe(false);
  });

  it('no form that is not there', async () => {
    expect((await ask('api/forms/000000000000-001')).status).toBe(404);
    expect((await decide({ action: 'confirm', form: '../x', path: '' })).status).toBe(404);
  });
});

describe('a decision', () => {
  it('is on the disk when the page hears of it, settles what was flagged, and can be taken back', async () => {
    const form = await firstForm();
    const { flagged, summary } = await viewOf(form);
    expect(flagged.length).toBeGreaterThan(0);
    const path = flagged[0] ?? '';
    const view = FormView.parse((await decide({ action: 'confirm', form, path })).json);
    expect((await readDecisions(output)).decisions).toEqual([
      expect.objectContaining({ path, action: 'confirm', by: '张三' }),
    ]);
    expect(view.fields.find((field) => field.path === path)?.state).toBe('confirmed');
    expect(view.summary.warnings + view.summary.errors).toBeLessThan(summary.warnings + summary.errors);
    expect(FormView.parse((await decide({ action: 'undo', form, path: null })).json)).toEqual(await viewOf(form));
    expect((await viewOf(form)).summary).toEqual(summary);
    expect((await decide({ action: 'undo', form, path: null })).json).toMatchObject({ code: 'nothing-to-undo' });
  });

  it('is tried before it is made: the sums with the new number, and what it would bring', async () => {
    const form = await firstForm();
    const body = JSON.stringify({ form, path: 'indicators[0].score', text: '0' });
    const tried = Tried.parse((await ask('api/try', { body })).json);
    expect(tried.identities.map(({ code, closes }) => [code, closes])).toContainEqual(['score-sum', false]);
    expect(tried.opens.map(({ code }) => code)).toContain('score-sum');
    expect(existsSync(join(output, DECISIONS))).toBe(false);
  });

  it('needs a value of its kind, and a name', async () => {
    const form = await firstForm();
    expect((await decide({ action: 'replace', form, path: 'totalScore', text: 'ninety' })).json).toMatchObject({
      code: 'not-of-its-kind',
    });
    expect((await decide({ action: 'confirm', form, path: 'totalScore', by: ' ' })).json).toMatchObject({
      code: 'no-name',
    });
  });

  it('signs a form only when nothing is open, and holds in the tables', async () => {
    const form = await firstForm();
    expect((await decide({ action: 'sign', form })).json).toMatchObject({ code: 'still-open' });
    const { flagged } = await viewOf(form);
    for (const path of flagged) await decide({ action: 'confirm', form, path });
    expect(FormView.parse((await decide({ action: 'sign', form })).json).review?.by).toBe('张三');
    expect((await overview()).unwritten).toBe(flagged.length + 1);
    expect((await ask('api/tables', { body: '{}' })).status).toBe(200);
    expect((await overview()).unwritten).toBe(0);
    const table = readFileSync(join(output, 'projects.csv'), 'utf8');
    expect(table).toContain(`,signed,${flagged.length},`);
    await extract(folder);
    expect(readFileSync(join(output, 'projects.csv'), 'utf8')).toBe(table);
    // Changed afterwards, it is unsigned, and says so.
    const after = FormView.parse((await decide({ action: 'replace', form, path: 'grade', text: '差' })).json);
    expect(after.review).toBeNull();
    expect(after.fields.find(({ path }) => path === '')?.findings[0]?.code).toBe('signature-void');
  });

  it('made while the folder is read or written is neither lost nor taken for written', async () => {
    const form = await firstForm();
    await decide({ action: 'confirm', form, path: 'grade' });
    const writing = ask('api/tables', { body: '{}' });
    for (const path of ['totalScore', 'totalWeight', 'year']) await decide({ action: 'confirm', form, path });
    await writing;
    const { fields } = await viewOf(form);
    const decided = fields.filter(({ decision }) => decision !== null).map(({ path }) => path);
    expect(decided.sort()).toEqual(['grade', 'totalScore', 'totalWeight', 'year']);
    expect((await readDecisions(output)).decisions).toHaveLength(4);
  });

  it('keeps a remark', async () => {
    const form = await firstForm();
    const view = FormView.parse((await decide({ action: 'note', form, path: 'grade', note: '<b>问过单位</b>' })).json);
    expect(view.fields.find(({ path }) => path === 'grade')?.notes).toEqual([
      expect.objectContaining({ note: '<b>问过单位</b>' }),
    ]);
  });
});

describe('the folder', () => {
  it('is reviewed by one at a time', async () => {
    await expect(serve(output)).rejects.toThrow(FolderInUse);
  });

  it('survives lines that can’t be read', async () => {
    appendFileSync(join(output, DECISIONS), `{"by":"${'x'.repeat(50 * 1024 ** 2)}"}\n{"half`);
    await server.close();
    server = await serve(output);
    expect((await overview()).unreadable).toBe(2);
    const form = await firstForm();
    expect((await decide({ action: 'confirm', form, path: 'grade' })).status).toBe(200);
    expect((await readDecisions(output)).decisions).toHaveLength(1);
  });

  it('passes over what a later version may write, and goes on', async () => {
    const form = await firstForm();
    await decide({ action: 'confirm', form, path: 'grade' });
    const [line = ''] = readFileSync(join(output, DECISIONS), 'utf8').split('\n');
    appendFileSync(
      join(output, DECISIONS),
      `${line.replace('"confirm"', '"split"').replace(/[0-9a-f]{16}/, 'f'.repeat(16))}\n`,
    );
    await server.close();
    server = await serve(output);
    expect((await overview()).unreadable).toBe(1);
    expect((await viewOf(form)).fields.find(({ path }) => path === 'grade')?.decision?.action).toBe('confirm');
  });

  it('is read anew when a run has written into it', async () => {
    writeFileSync(
      join(folder, 'more.md'),
      readFileSync(join(import.meta.dirname, '../../fixtures/forms/09-yuan.tab.md')),
    );
    await extract(folder);
    expect((await overview()).forms).toHaveLength(2);
  });

  it('may be empty', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const other = await serve(empty);
    const { pathname, origin } = new URL(other.address);
    const answer = await fetch(`${origin}${pathname}api/overview`);
    expect(Overview.parse(await answer.json()).forms).toEqual([]);
    await other.close();
  });
});

/** What a table writes between texts. */
const BETWEEN = /<[^>]*>|[\s|]/g;

describe('a source', () => {
  it('is shown as text with the values marked where they stand', async () => {
    const form = await firstForm();
    const { text, marks } = Passage.parse((await ask(`api/forms/${form}/passage`)).json);
    const { fields } = await viewOf(form);
    for (const [path, [from, to]] of Object.entries(marks)) {
      const printed = fields.find((field) => field.path === path)?.printed ?? '';
      expect(text.slice(from, to).replace(BETWEEN, '')).toBe(printed.replace(BETWEEN, ''));
    }
    expect(Object.keys(marks).length).toBeGreaterThan(20);
  });

  it('of pages is drawn, and served by a name that tells nothing', async () => {
    await server.close();
    await reviewed(folder, PDF);
    server = await serve(output);
    const { forms } = await overview();
    const pdf = forms.find(({ kind }) => kind === 'pdf')?.id ?? '';
    const { address, width } = PageImage.parse((await ask(`api/forms/${pdf}/pages/1`)).json);
    expect(Math.round(width)).toBe(595);
    expect((await ask(address)).headers['content-type']).toBe('image/webp');
    writeFileSync(join(folder, PDF.replaceAll('/', '-')), 'changed');
    await server.close();
    server = await serve(output);
    expect((await ask(`api/forms/${pdf}/pages/1`)).json).toMatchObject({ code: 'changed-while-read' });
  });

  it('that is gone is said to be', async () => {
    await server.close();
    const form = readFileSync(join(output, 'projects.jsonl'), 'utf8').replaceAll('06-hubei', '06-gone');
    writeFileSync(join(output, 'projects.jsonl'), form);
    server = await serve(output);
    expect((await ask(`api/forms/${await firstForm()}/passage`)).json).toMatchObject({ code: 'source-gone' });
  });
});

describe('a dropped file', () => {
  const done = async () => {
    for (;;) {
      const jobs = Job.array().parse((await ask('api/jobs')).json);
      if (jobs.every(({ state }) => state === 'done' || state === 'failed')) return jobs;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const drop = (name: string, body: string | Buffer) =>
    ask('api/files', { body, headers: { 'x-file-name': encodeURIComponent(name) } });

  it('is digitised into the folder, and one without a form says why', async () => {
    const form = readFileSync(join(import.meta.dirname, '../../fixtures/forms/09-yuan.tab.md'));
    await drop('../../../tmp/新 表.md', form);
    await drop('none.md', 'nothing here');
    const jobs = await done();
    expect(jobs.map(({ name, state, forms }) => [name, state, forms])).toEqual([
      ['新 表.md', 'done', 1],
      ['none.md', 'failed', 0],
    ]);
    expect(jobs[1]?.reason?.message).toContain('no self-evaluation form');
    const { forms, documents } = await overview();
    expect(forms).toHaveLength(2);
    expect(documents).toHaveLength(1);
    expect(existsSync(join(output, 'sources', '新 表.md'))).toBe(true);
  });

  it.each([
    ['../../x.pdf', 'x.pdf'],
    ['C:\\temp\\表.pdf', '表.pdf'],
    ['.hidden', 'hidden'],
    ['a<b>:"c|?*.md', 'a_b___c___.md'],
    ['con', 'file'],
    ['', 'file'],
    ['\u202egpj.exe', '_gpj.exe'],
  ])('called %j is kept as %j', (given, kept) => {
    expect(safeName(given)).toBe(kept);
  });
});
