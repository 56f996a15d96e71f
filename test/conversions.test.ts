import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digitize } from '../src/digitize/digitize.js';
import type { SelfEvaluation } from '../src/schema/record.js';

/** The same forms in another shape or encoding say the same: each is converted here, read, and compared with the original. */

const FIXTURES = join(import.meta.dirname, '../fixtures/forms');
const PUBLISHED = join(import.meta.dirname, '../../shared/data/putuo-2023/source.md');

const escaped = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/(?<=&lt;)\/?p>/g, (tag) => tag);

/** Runs of lines with tabs become tables; other lines stay. */
function convert(text: string, tableOf: (rows: string[][]) => string): string {
  const out: string[] = [];
  let rows: string[][] = [];
  const flush = () => {
    if (rows.length > 0) out.push(tableOf(rows));
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.includes('\t')) rows.push(line.split('\t'));
    else {
      flush();
      out.push(line);
    }
  }
  flush();
  return out.join('\n');
}

const pipeTable = (rows: string[][]) =>
  rows.map((cells) => `| ${cells.map((cell) => cell.trim().replace(/\|/g, '\\|')).join(' | ')} |`).join('\n');

/** A blank cell in the first two columns is covered by the heading above it, as the medium that knows spans would say. */
function spannedTable(rows: string[][]): string {
  const down = (row: number, column: number) => {
    let span = 1;
    while (rows[row + span]?.[column]?.trim() === '' && column < 2 && isIndicator(rows[row + span] ?? [])) span++;
    return span;
  };
  const covered = new Set<string>();
  const lines = rows.map((cells, row) => {
    const html = cells.map((cell, column) => {
      if (covered.has(`${row},${column}`)) return '';
      const span = cell.trim() !== '' && isIndicator(cells) ? down(row, column) : 1;
      for (let i = 1; i < span; i++) covered.add(`${row + i},${column}`);
      return `<td${span > 1 ? ` rowspan="${span}"` : ''}>${cell.includes('<p>') ? cell : escaped(cell)}</td>`;
    });
    return `<tr>${html.join('')}</tr>`;
  });
  return `<table border="1">\n${lines.join('\n')}\n</table>`;
}

const isIndicator = (cells: string[]) =>
  cells.filter((cell) => /^\d+(?:\.\d+)?$/.test(cell.trim())).length === 2 && !/^总分|^合计/.test(cells[0] ?? '');

/** What a record says, without where and how it was read. */
const said = (record: SelfEvaluation) => ({ ...record, source: null, id: null, evidence: null, repairs: null });
const read = async (bytes: Uint8Array) => (await digitize({ bytes, name: 'converted' })).records.map(said);
const utf8 = (text: string) => new TextEncoder().encode(text);

/** GB18030 by the platform's decoder turned round: every character that a text of forms holds. */
function gb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const encoded = GB.get(character);
    if (!encoded) throw new RangeError(`${character} has no two-byte code.`);
    bytes.push(...encoded);
  }
  return Uint8Array.from(bytes);
}

const GB = new Map<string, number[]>();
const decoder = new TextDecoder('gb18030');
for (let code = 0; code < 0x80; code++) GB.set(String.fromCharCode(code), [code]);
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail !== 0x7f) GB.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
}

const documents = readdirSync(FIXTURES)
  .filter((name) => /^(?:0[1-9]|1\d|30|32|36)-.*\.tab\.md$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(FIXTURES, name), 'utf8') }));
if (existsSync(PUBLISHED)) documents.push({ name: 'published forms', text: readFileSync(PUBLISHED, 'utf8') });
else process.stderr.write('No published forms beside this checkout: only the fixtures are converted.\n');

describe.each(documents)('$name', ({ text }) => {
  it('says the same as pipe tables', async () => {
    expect(await read(utf8(convert(text, pipeTable)))).toEqual(await read(utf8(text)));
  });

  it('says the same as HTML tables with spans', async () => {
    expect(await read(utf8(convert(text, spannedTable)))).toEqual(await read(utf8(text)));
  });

  it('says the same in GB18030', async () => {
    // The one sign of the fixtures without a two-byte code.
    const plain = text.replaceAll('☑', '√');
    const records = await read(gb18030(plain));
    expect(records.length).toBeGreaterThan(0);
    expect(records).toEqual(await read(utf8(plain)));
  });
});
