import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../src/extract/open.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';
import { DEFAULT_READING } from '../../../src/schema/reading-options.js';
import { madePdf } from '../../made/pdf.js';

const FONT = { characters: { '0001': '表', '0002': '文' } };
const line = (y: number, codes: string) => `BT /F1 10 Tf 50 ${y} Td <${codes}> Tj ET`;
/** More text than a page may have that is a picture with a page number on it. */
const prose = (before = '') => ({
  content: `${before} ${line(700, '0002'.repeat(50))} ${line(680, '0002'.repeat(50))}`,
});
const form = { content: `${prose().content} ${line(650, '0001')}` };

async function linesOfPages(pages: readonly { content: string }[], from = 1) {
  const source = { bytes: madePdf(pages, FONT), name: 'a.pdf' };
  const { paged } = await openDocument(source, DEFAULT_LIMITS, DEFAULT_READING, (text) => text.includes('表'));
  const lines: string[] = [];
  for await (const { kind, items } of paged?.read(from, pages.length) ?? []) lines.push(`${kind} ${items.length}`);
  return lines;
}

const [PASSED, READ, FORM] = ['text 0', 'text 2', 'text 3'];

describe('pages that are not worth reading', () => {
  const pages = [prose(), form, prose(), prose(), prose(), prose(), prose(), prose()];

  it('are passed over, and count as pages with text', async () => {
    expect(await linesOfPages(pages)).toEqual([PASSED, FORM, READ, READ, READ, READ, PASSED, PASSED]);
  });

  it('are the same where a part of the document is read', async () => {
    expect(await linesOfPages(pages, 5)).toEqual([READ, READ, PASSED, PASSED]);
  });

  it('are still told from pages whose text cannot be seen', async () => {
    expect(await linesOfPages([prose('3 Tr')])).toEqual(['blank 0']);
  });
});
