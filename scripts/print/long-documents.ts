import type { Block, Fixture } from '../fixtures/document.js';
import { pageHtml } from './page-html.js';

/** Every page of a document begins here. */
const PAGE = '<div style="break-before: page"></div>';
/** Paragraphs that fill a page of A4 nearly. */
const PARAGRAPHS = 22;
/** A page in three of an annual report has a table of figures. */
const TABLE_EVERY = 3;

const VARIANT = { fixture: 'long', renderer: 'chromium', font: 'zenhei', paper: 'portrait' } as const;

const bodyOf = (blocks: readonly Block[]) => /<body>([^]*)<\/body>/u.exec(pageHtml(blocks, VARIANT))?.[1] ?? '';
const document = (parts: readonly string[]) =>
  pageHtml([], VARIANT).replace('</body>', () => `${parts.join(PAGE)}</body>`);

const blocksOf = (fixtures: readonly Fixture[], name: string): readonly Block[] =>
  fixtures.find((fixture) => fixture.name === name)?.blocks ?? [];

/** Forms one after the other, each on pages of its own, until there are about so many pages. */
export function longForms(fixtures: readonly Fixture[], { pages }: { readonly pages: number }): string {
  const form = bodyOf(blocksOf(fixtures, '30-undamaged'));
  return document(new Array<string>(pages).fill(form));
}

/** An annual report: prose and tables of figures, a few forms among them. */
export function longReport(
  fixtures: readonly Fixture[],
  { pages, forms }: { readonly pages: number; readonly forms: number },
): string {
  const form = bodyOf(blocksOf(fixtures, '30-undamaged'));
  const prose = blocksOf(fixtures, '21-mixed-report').flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  const parts = Array.from({ length: pages }, (_, index) => {
    const isForm = (index + 1) % Math.floor(pages / forms) === 0;
    return isForm ? form : reportPage(prose, index);
  });
  return document(parts);
}

function reportPage(prose: readonly string[], index: number): string {
  const paragraph = (nth: number) => `<p>${index + 1}.${nth + 1} ${prose[(index + nth) % prose.length] ?? ''}</p>`;
  const hasTable = index % TABLE_EVERY === 0;
  const count = hasTable ? PARAGRAPHS / 2 : PARAGRAPHS;
  return `<h2>第${index + 1}节 收入支出决算情况说明</h2>${Array.from({ length: count }, (_, nth) => paragraph(nth)).join('')}${hasTable ? figures(index) : ''}`;
}

const figures = (index: number) =>
  `<table><tr><td>科目</td><td>年初预算</td><td>决算数</td><td>比上年增减</td></tr>${Array.from(
    { length: 12 },
    (_, nth) =>
      `<tr><td>${2_070_000 + 10 * nth}</td><td>${index + nth}.50</td><td>${index + 2 * nth}.25</td><td>${nth}.10%</td></tr>`,
  ).join('')}</table>`;
