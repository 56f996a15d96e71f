import { openDocument } from '../../src/extract/open.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';
import { DEFAULT_READING } from '../../src/schema/reading-options.js';
import { madePdf, type MadePage, type MadeParts } from './pdf.js';

/** The parts of a page with a small ruled form on it, as operators of a content stream. Points, origin at the lower left. */

/** Text as a string operand: the code of each character is its UTF-16 code. */
export const codes = (text: string) => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

/** Shows text at a place, turned by so many degrees counter-clockwise. */
export function shown(text: string, x: number, y: number, { size = 10, degrees = 0 } = {}): string {
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const matrix = [cosine, sine, -sine, cosine, x, y].map((part) => part.toFixed(6)).join(' ');
  return `BT /F1 ${size} Tf ${matrix} Tm ${codes(text)} Tj ET`;
}

/** What the form says, row by row. */
export const ROWS = [
  ['项目名称', '道路养护专项', '主管部门', '市城市管理局'],
  ['年度资金总额', '264.80', '全年执行数', '252.37'],
  ['其中：财政拨款', '264.80', '得分', '9.53'],
] as const;
/** Its upper left corner, and a cell's size. */
export const [LEFT, TOP, WIDTH, HEIGHT] = [60, 700, 120, 30];

const [RIGHT, BOTTOM] = [LEFT + 4 * WIDTH, TOP - ROWS.length * HEIGHT];
export const RULES = [
  ...ROWS.map((_, row) => `${LEFT} ${TOP - row * HEIGHT} m ${RIGHT} ${TOP - row * HEIGHT} l S`),
  `${LEFT} ${BOTTOM} m ${RIGHT} ${BOTTOM} l S`,
  ...[0, 1, 2, 3, 4].map((column) => `${LEFT + column * WIDTH} ${TOP} m ${LEFT + column * WIDTH} ${BOTTOM} l S`),
].join('\n');
export const TEXTS = ROWS.flatMap((row, at) =>
  row.map((text, column) => shown(text, LEFT + column * WIDTH + 6, TOP - at * HEIGHT - 20)),
).join('\n');
export const FORM = `${RULES}\n${TEXTS}`;

/** The bytes of a PDF of such pages. */
export const formPdf = (...pages: readonly MadePage[]): Buffer => formPdfWith({}, ...pages);

/** The same with further objects, whose streams may show text too. */
export function formPdfWith(parts: MadeParts, ...pages: readonly MadePage[]): Buffer {
  const characters: Record<string, string> = {};
  for (const content of [...pages.map((page) => page.content), ...(parts.objects ?? [])])
    for (const [, hex = ''] of content.matchAll(/<((?:[0-9a-f]{4})+)>/g))
      for (const code of hex.match(/.{4}/g) ?? []) characters[code] = String.fromCharCode(Number.parseInt(code, 16));
  return madePdf(pages, { characters }, '', parts);
}

/** Its first table, row by row, the texts outside it, and its findings as `severity code`. */
export async function readForm(bytes: Buffer) {
  const document = await openDocument({ bytes, name: 'a.pdf' }, DEFAULT_LIMITS, DEFAULT_READING);
  const rows: string[][] = [];
  const lines: string[] = [];
  const sheets = [];
  for await (const sheet of document.sheets()) {
    sheets.push(sheet);
    lines.push(...sheet.lines.map(({ text }) => text));
    for (const { row, text } of sheet.cells) (rows[row] ??= []).push(text);
  }
  const { findings } = document;
  return { rows, lines, sheets, findings, codes: findings.map(({ code, severity }) => `${severity} ${code}`) };
}
