import type { Finding } from '../../../src/schema/finding.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/schema/limits.js';
import type { Sheet } from '../../../src/schema/sheet.js';
import { Losses } from '../../../src/extract/source/losses.js';
import { sheetsOfText } from '../../../src/extract/text/sheets.js';

/**
 * Sheets drawn so that a test can be read: lines as they are, a row as `0| a[0] b[2] c[3 2x1]` (column, then rows x
 * columns of a merged cell), `=====` between sheets.
 */
export function drawn(sheets: readonly Sheet[]): string[] {
  return sheets.flatMap((sheet, index) => [...(index === 0 ? [] : ['=====']), ...drawnSheet(sheet)]);
}

function drawnSheet({ lines, cells }: Sheet): string[] {
  const rows = new Map<number, string[]>();
  for (const { row, column, rowSpan, columnSpan, text } of cells) {
    const span = rowSpan * columnSpan > 1 ? ` ${rowSpan}x${columnSpan}` : '';
    rows.set(row, [...(rows.get(row) ?? []), `${text.replaceAll('\n', '⏎')}[${column}${span}]`]);
  }
  return [
    ...lines.map((line) => line.text),
    ...[...rows].map(([row, drawnCells]) => `${row}| ${drawnCells.join(' ')}`),
  ];
}

export interface Read {
  readonly sheets: Sheet[];
  readonly findings: Finding[];
}

/** Reads a text that comes in chunks of `chunkSize` characters. */
export async function read(text: string, limits: Partial<Limits> = {}, chunkSize = Infinity): Promise<Read> {
  const all = { ...DEFAULT_LIMITS, ...limits };
  const losses = new Losses(all);
  const chunks: string[] = [];
  for (let at = 0; at < text.length; at += chunkSize) chunks.push(text.slice(at, at + chunkSize));
  const sheets: Sheet[] = [];
  for await (const sheet of sheetsOfText(chunks, all, losses)) sheets.push(sheet);
  return { sheets, findings: losses.findings() };
}

export async function draw(text: string, limits: Partial<Limits> = {}): Promise<string[]> {
  return drawn((await read(text, limits)).sheets);
}
