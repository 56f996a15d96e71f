import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { collectForm, collectInput, emptyReport } from '../../../src/emit/report/collect.js';
import { reportPage } from '../../../src/emit/report/report-page.js';
import type { SelfEvaluation } from '../../../src/schema/record.js';
import { madeForm } from '../../made/form.js';
import { madeReport } from '../../made/report.js';

const HEAD = { version: '1.2.3', writtenAt: new Date('2024-02-03T04:05:06Z') };
/** What the project promises of the page for 10,000 projects. */
const MOST_BYTES = 2_000_000;

function pageOf(forms: readonly SelfEvaluation[]): string {
  const data = emptyReport();
  for (const form of forms) collectForm(data, form);
  collectInput(data, madeReport({ forms: forms.length }));
  return reportPage(data, HEAD);
}

/** Every element's name with its attributes, in the order of the page. */
function elementsOf(html: string): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const visit = (node: unknown) => {
    const {
      tagName,
      attrs = [],
      childNodes = [],
    } = node as {
      tagName?: string;
      attrs?: { name: string; value: string }[];
      childNodes?: unknown[];
    };
    if (tagName !== undefined) {
      found.push({ name: tagName, attributes: Object.fromEntries(attrs.map(({ name, value }) => [name, value])) });
    }
    childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

const total = (fields: object) => madeForm(1).funds.map((row) => (row.kind === 'total' ? { ...row, ...fields } : row));

describe('reportPage', () => {
  it('adds up by unit, year and currency unit, exactly', () => {
    const amounts = { annualBudget: 0.1, executed: 0.2 };
    const html = pageOf([
      madeForm(1, { implementingUnit: '甲局', funds: total(amounts) }),
      madeForm(2, { implementingUnit: '甲局', funds: total({ ...amounts, annualBudget: 0.2 }) }),
      madeForm(3, { implementingUnit: '甲局', currencyUnit: '元', funds: total({ annualBudget: 3, executed: 1 }) }),
    ]);
    expect(html).toContain('甲局 2023 万元 (2)<td>0.3<td>0.4<td>133.33<td>99.00');
    expect(html).toContain('甲局 2023 元 (1)<td>3<td>1<td>33.33<td>99.00');
  });

  it('says where points were lost, and why', () => {
    const [first, ...others] = madeForm(1).indicators;
    if (first === undefined) throw new Error('a made form has indicators');
    const html = pageOf([
      madeForm(1, {
        indicators: [{ ...first, score: 10, deviation: '因疫情推迟' }, ...others.map((row) => ({ ...row, score: 15 }))],
      }),
    ]);
    expect(html).toMatch(/疫情、天气等外部影响<\/span><span lang="en" class="en">[^<]*<\/span><td>5<td>1<td>/);
  });

  it('is one page that fetches nothing, runs nothing, and has a row for each link', () => {
    const elements = elementsOf(pageOf([madeForm(1), madeForm(2, { projectName: '"><script>alert(1)</script>' })]));
    const names = new Set(elements.map(({ name }) => name));
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'image']) expect(names.has(name)).toBe(false);
    const ids = new Set(elements.map(({ attributes }) => attributes['id']));
    const links = elements.flatMap(({ attributes }) => attributes['href'] ?? []);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((href) => !href.startsWith('#') || !ids.has(href.slice(1)))).toEqual([]);
    expect(
      elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => name.startsWith('on')),
    ).toEqual([]);
  });

  it('has a table behind each chart, with as many rows as bars', () => {
    const html = pageOf([madeForm(1)]);
    const charts = html.match(/<svg /g)?.length ?? 0;
    expect(charts).toBeGreaterThanOrEqual(7);
    expect(html.match(/<section class="figure"[^>]*><figure>.*?<\/figure><div class="scroll"><table>/gs)).toHaveLength(
      charts,
    );
    expect(html.match(/class="axis"/g)).toHaveLength(charts);
  });

  it('stays small with 10,000 projects, and says how many it left out', { timeout: 60_000 }, () => {
    const long = madeForm(1);
    const html = pageOf(
      Array.from({ length: 10_000 }, (_, index) => ({
        ...long,
        projectName: `第${index}号农村公路安全生命防护工程建设补助资金项目`.repeat(3),
        implementingUnit: `某市第${index % 900}交通运输管理局`,
      })),
    );
    expect(Buffer.byteLength(html)).toBeLessThan(MOST_BYTES);
    const rows = html.match(/<tr id="p\d+"/g)?.length ?? 0;
    expect(rows).toBeGreaterThan(1_000);
    expect(html).toContain(`另有 ${10_000 - rows} 个项目未列出`);
  });
});
