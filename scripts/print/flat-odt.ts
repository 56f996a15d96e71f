import type { Block } from '../fixtures/document.js';
import type { Cell, Grid } from '../fixtures/grid.js';
import { columnShares } from './column-widths.js';
import { isSectionHeading } from './section-heading.js';
import { FONTS, PAPERS, type Variant } from './variants.js';

/** Millimetres. */
const MARGIN = 18;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const NAMESPACES = ['office', 'style', 'text', 'table']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  )
  .join(' ');

/** A document as a word processor's (flat OpenDocument): one font, solid rules, one paper, page numbers at the foot. */
export function flatOdt(blocks: readonly Block[], variant: Variant): string {
  const { width, height, cutsRows, ...paper } = PAPERS[variant.paper];
  const vertical = 'vertical' in paper;
  const room = width - 2 * MARGIN;
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.grid] : []));
  const family = escaped(FONTS[variant.font].family);
  const font = `style:font-name="F" style:font-name-asian="F" style:language-asian="zh" style:country-asian="CN"`;
  const size = (points: number) => `fo:font-size="${points}pt" style:font-size-asian="${points}pt"`;
  let nth = 0;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'${family}'"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties style:line-break="strict" style:punctuation-wrap="hanging"/><style:text-properties ${font} ${size(9.5)}/></style:default-style>
<style:style style:name="P" style:family="paragraph"/>
<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:margin-top="3mm" fo:margin-bottom="1.5mm"/><style:text-properties ${size(15)} fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<style:style style:name="C" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style></office:styles>
<office:automatic-styles>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="${width}mm" fo:page-height="${height}mm" fo:margin="${MARGIN}mm" style:print-orientation="${width > height ? 'landscape' : 'portrait'}"/><style:footer-style><style:header-footer-properties fo:min-height="5mm"/></style:footer-style></style:page-layout>
<style:style style:name="R" style:family="table-row"><style:table-row-properties fo:keep-together="${cutsRows ? 'auto' : 'always'}"/></style:style>
${['lr-tb', 'tb-rl'].map((mode, index) => `<style:style style:name="B${index}" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.8mm" style:vertical-align="middle" style:writing-mode="${mode}"/></style:style>`).join('\n')}
${tables.map((grid, index) => tableStyles(grid, index, room)).join('\n')}
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"><style:footer><text:p text:style-name="C">- <text:page-number/> -</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
${blocks.map((block) => (block.kind === 'table' ? odtTable(block.grid, nth++, vertical) : odtWords(block))).join('\n')}
</office:text></office:body></office:document>
`;
}

const odtWords = ({ kind, text }: Exclude<Block, { kind: 'table' }>) =>
  `<text:p text:style-name="${kind === 'heading' ? 'H' : 'P'}">${escaped(text)}</text:p>`;

function tableStyles(grid: Grid, index: number, room: number): string {
  const columns = columnShares(grid).map(
    (share, column) =>
      `<style:style style:name="T${index}.${column}" style:family="table-column"><style:table-column-properties style:column-width="${(share * room).toFixed(2)}mm"/></style:style>`,
  );
  return `<style:style style:name="T${index}" style:family="table"><style:table-properties style:width="${room}mm" table:align="margins" fo:margin-bottom="3mm" style:may-break-between-rows="true" table:border-model="collapsing"/></style:style>${columns.join('')}`;
}

function odtTable(grid: Grid, index: number, vertical: boolean): string {
  const columns = columnShares(grid).map((_, column) => `<table:table-column table:style-name="T${index}.${column}"/>`);
  const rows = placesOf(grid).map((row) => {
    const cells = row.map((cell) => (cell === null ? '<table:covered-table-cell/>' : odtCell(cell, vertical)));
    return `<table:table-row table:style-name="R">${cells.join('')}</table:table-row>`;
  });
  return `<table:table table:style-name="T${index}">${columns.join('')}\n${rows.join('\n')}\n</table:table>`;
}

/** Every place of the grid: the cell that begins there, or null where another covers it. */
function placesOf({ columns, rows }: Grid): (Cell | null)[][] {
  return rows.map((row) => {
    const places = new Array<Cell | null>(columns).fill(null);
    for (const cell of row) places[cell.column] = cell;
    return places;
  });
}

function odtCell(cell: Cell, vertical: boolean): string {
  const spans = `table:number-columns-spanned="${cell.colSpan}" table:number-rows-spanned="${cell.rowSpan}"`;
  const style = vertical && isSectionHeading(cell) ? 'B1' : 'B0';
  const paragraphs = cell.text.split('\n').map((line) => `<text:p text:style-name="C">${escaped(line)}</text:p>`);
  return `<table:table-cell table:style-name="${style}" office:value-type="string" ${spans}>${paragraphs.join('')}</table:table-cell>`;
}
