/** A document of an HTML table and lines: what is left of it when its grid is gone. */
type Block = { readonly line: string } | { readonly rows: readonly (readonly string[])[] };

const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;/g, '"'],
  [/&#39;/g, "'"],
  [/&nbsp;/g, ' '],
  [/&amp;/g, '&'],
];
const decoded = (text: string) => ENTITIES.reduce((left, [entity, sign]) => left.replace(entity, sign), text);
const plain = (html: string) =>
  decoded(html.replace(/<br\s*\/?>|<\/p>\s*<p[^>]*>/gi, '\n').replace(/<[^>]+>/g, ''))
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');

function linesOf(html: string): Block[] {
  return plain(html.replace(/<\/(?:p|h\d|div)>/gi, '\n'))
    .split('\n')
    .map((line) => line.replace(/^#+\s*/, ''))
    .filter(Boolean)
    .map((line) => ({ line }));
}

/** Blocks in order: a line of text, or a table as rows of cells; a cell counts once, where it begins. */
function blocksOf(html: string): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (const table of html.matchAll(/<table[\s\S]*?<\/table>/gi)) {
    blocks.push(...linesOf(html.slice(at, table.index)));
    const rows = [...table[0].matchAll(/<tr[\s\S]*?<\/tr>/gi)].map(([row]) =>
      [...row.matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/gi)].map((cell) => plain(cell[1] ?? '')),
    );
    blocks.push({ rows });
    at = table.index + table[0].length;
  }
  return [...blocks, ...linesOf(html.slice(at))];
}

/** Characters of a cell that a copy puts on one line before it breaks it. */
const LINE_LENGTH = 24;
const isSaid = (cell: string) => cell !== '';
const one = (cell: string) => cell.replace(/\n/g, '');
const broken = (cell: string) =>
  one(cell)
    .match(new RegExp(`.{1,${LINE_LENGTH}}`, 'gsu'))
    ?.join('\n') ?? '';

function ragged(row: readonly string[]): string {
  const last = row.findLastIndex(isSaid) + 1;
  const cells = row.slice(0, last).map((cell, index) => (index < 2 ? cell : one(cell)));
  return `${cells.join(' | ')} ${'|'.repeat(row.length - last + 1)}`;
}

const ROWS: Readonly<Record<string, (row: readonly string[]) => string>> = {
  lines: (row) => row.filter(isSaid).map(one).join('\n'),
  'lines-blank': (row) => row.map(one).join('\n') || ' ',
  bars: (row) => row.map((cell) => (cell === '' ? '|' : `${one(cell)} |`)).join('\n'),
  tabs: (row) => row.filter(isSaid).map(one).join('\t'),
  ragged,
  spaced: (row) =>
    row
      .filter(isSaid)
      .map((cell, index) => (index < 2 ? cell : broken(cell)))
      .join(' '),
  flat: (row) => row.filter(isSaid).map(one).join(' '),
  glued: (row) => row.filter(isSaid).map(one).join(''),
};

/** The shapes of a text without a grid. */
export const SHAPES = Object.keys(ROWS);

/** An HTML table as people hold it when the grid is gone: copied from a page, a viewer or Word, or scraped. */
export function ungridded(html: string, shape: string): string {
  const rowOf = ROWS[shape];
  if (!rowOf) throw new Error(`There is no shape ${shape}; there are ${SHAPES.join(', ')}.`);
  const lines = blocksOf(html).map((block) =>
    'line' in block ? block.line : block.rows.map(rowOf).filter(isSaid).join('\n'),
  );
  const text = lines.join('\n');
  return shape === 'flat' ? `${text.replace(/\n/g, ' ').trim()}\n` : `${text}\n`;
}
