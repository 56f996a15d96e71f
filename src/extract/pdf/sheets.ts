import type { Finding } from '../../schema/finding.js';
import type { Limits } from '../../schema/limits.js';
import type { Sheet } from '../../schema/sheet.js';
import type { Losses } from '../losses.js';
import { noTextInPdf } from '../refusal.js';
import type { Glyph } from './glyph.js';
import { pageContentOf, type PageContent } from './page-content.js';
import { pageItemsOf } from './page-tables.js';
import { PageSheets } from './page-sheets.js';
import { pagesUnread, textUnreliable } from './page-findings.js';
import { picturePagesOf } from './picture-pages.js';
import type { Pdf, PdfPage } from './pdfjs.js';
import { turnsOf } from './upright.js';

export interface PdfSource {
  readonly name: string;
  readonly pdf: Pdf;
  readonly bytes: Uint8Array;
  readonly password?: string | undefined;
}

/** A grid of more rectangles than this is no table that a person filled in. */
const RECTANGLES_PER_TABLE = 200_000;
/** The part of a page's characters without a known meaning from which its text can't be trusted. */
const TOO_MANY_UNKNOWN = 0.1;
const UNKNOWN = /[\p{Co}\p{Cn}\p{Cc}\uFFFD]/u;

/**
 * The sheets of a PDF's pages in order; `findings` names the pages that gave nothing.
 *
 * @throws Failure `unsupported-kind` where no page has text
 */
export async function* sheetsOfPdf(
  { name, pdf, bytes, password }: PdfSource,
  limits: Limits,
  losses: Losses,
  findings: Finding[],
): AsyncGenerator<Sheet> {
  const sheets = new PageSheets(limits, losses);
  const [textless, damaged, unreliable]: [number[], number[], number[]] = [[], [], []];
  for (let number = 1; number <= pdf.pages; number += 1) {
    const content = await contentOf(pdf, number);
    if (content === null) damaged.push(number);
    else if (content.glyphs.length === 0) textless.push(number);
    else if (isUnreliable(content.glyphs)) unreliable.push(number);
    const options = { columns: limits.columnsPerTable, rectangles: RECTANGLES_PER_TABLE };
    yield* sheets.push(content === null ? [] : pageItemsOf(content, number, options));
  }
  yield* sheets.end();
  const pictures = await picturePagesOf({ bytes, password }, textless, textless.length + damaged.length < pdf.pages);
  if (textless.length + damaged.length === pdf.pages) throw noTextInPdf(name, pictures.length > 0);
  const blank = textless.filter((number) => !pictures.includes(number));
  findings.push(...pagesUnread({ damaged, pictures, blank }), ...textUnreliable(unreliable));
}

/** Null for a page that can't be read. */
async function contentOf(pdf: Pdf, number: number): Promise<PageContent | null> {
  try {
    const page = await pdf.page(number);
    const content = uprightContentOf(page);
    page.release();
    return content;
  } catch {
    return null;
  }
}

/** The page's content; a page whose text runs sideways is turned so that it can be read. */
function uprightContentOf(page: PdfPage): PageContent {
  const content = pageContentOf(page.list, page.setting(0));
  const turns = turnsOf(content.glyphs);
  return turns === 0 ? content : pageContentOf(page.list, page.setting(turns));
}

const isUnreliable = (glyphs: readonly Glyph[]) =>
  glyphs.filter(({ text }) => UNKNOWN.test(text)).length > TOO_MANY_UNKNOWN * glyphs.length;
