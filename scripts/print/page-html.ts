import type { Block } from '../fixtures/document.js';
import type { Cell, Grid } from '../fixtures/grid.js';
import { columnShares } from './column-widths.js';
import { isSectionHeading } from './section-heading.js';
import { FONTS, PAPERS, type Variant } from './variants.js';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A document as a web page that prints as a form does: one font, solid rules, one paper. */
export function pageHtml(blocks: readonly Block[], variant: Variant): string {
  const { width, height, cutsRows, ...paper } = PAPERS[variant.paper];
  const vertical = 'vertical' in paper;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(variant.fixture)}</title><style>
@page { size: ${width}mm ${height}mm; margin: 15mm; }
body { font: 9.5pt/1.3 '${FONTS[variant.font].family}'; margin: 0; }
h2 { font-size: 15pt; text-align: center; margin: 8pt 0 4pt; }
p { margin: 2pt 0; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin-bottom: 10pt; }
table.continues { break-before: page; }
td { border: 0.75pt solid #000; padding: 2pt 3pt; text-align: center; vertical-align: middle; overflow-wrap: ${'spills' in paper ? 'normal' : 'anywhere'}; break-inside: ${cutsRows ? 'auto' : 'avoid'}; }
tr { break-inside: ${cutsRows ? 'auto' : 'avoid'}; }
.vertical { writing-mode: vertical-rl; margin: auto; letter-spacing: 1pt; }
</style></head><body>
${blocks.map((block, index) => (block.kind === 'table' ? htmlTable(block, wholeTable(blocks, index), vertical) : htmlWords(block))).join('\n')}
</body></html>
`;
}

const htmlWords = ({ kind, text }: Exclude<Block, { kind: 'table' }>) =>
  kind === 'heading' ? `<h2>${escaped(text)}</h2>` : `<p>${escaped(text)}</p>`;

type Table = Extract<Block, { kind: 'table' }>;

/** The rows of a table over all its pages: its columns are as wide on each of them. */
function wholeTable(blocks: readonly Block[], index: number): Grid {
  const tables = blocks.map((block) => (block.kind === 'table' ? block : null));
  const first = tables.findLastIndex((table, at) => at <= index && table !== null && table.continues !== true);
  const end = tables.findIndex((table, at) => at > index && table !== null && table.continues !== true);
  const parts = tables
    .slice(Math.max(0, first), end < 0 ? undefined : end)
    .flatMap((table) => (table ? [table.grid] : []));
  return { columns: Math.max(...parts.map(({ columns }) => columns)), rows: parts.flatMap(({ rows }) => rows) };
}

/** A table that goes on begins a page. */
function htmlTable({ grid, continues = false }: Table, whole: Grid, vertical: boolean): string {
  const columns = columnShares(whole).map((share) => `<col style="width:${(100 * share).toFixed(2)}%">`);
  const rows = grid.rows.map((row) => `<tr>${row.map((cell) => htmlCell(cell, vertical)).join('')}</tr>`);
  return `<table${continues ? ' class="continues"' : ''}><colgroup>${columns.join('')}</colgroup>\n${rows.join('\n')}\n</table>`;
}

function htmlCell(cell: Cell, vertical: boolean): string {
  const lines = cell.text.split('\n').map(escaped).join('<br>');
  const inner = vertical && isSectionHeading(cell) ? `<div class="vertical">${lines}</div>` : lines;
  const spans = [
    cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '',
    cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '',
  ];
  return `<td${spans.join('')}>${inner}</td>`;
}
