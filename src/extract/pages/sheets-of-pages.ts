import type { Finding } from '../../schema/finding.js';
import type { Limits } from '../../schema/limits.js';
import type { Sheet } from '../../schema/sheet.js';
import type { Losses } from '../source/losses.js';
import { damagedPages, noTextOnPages, pagesTooLarge } from '../source/refusal.js';
import { pagesIncomplete, pagesUnread, textUnreliable } from './page-findings.js';
import type { PageKind, PageReading } from './page-reading.js';
import { PageSheets } from './page-sheets.js';
import { Remarks } from './remark-findings.js';

/** What is known of the document when all its pages are read. */
export interface PagesSummary {
  /** True where most pages that gave text are pictures. */
  isScan: boolean;
  /** True where a page was recognised from its picture. */
  hasScans: boolean;
  readonly findings: Finding[];
}

/**
 * The sheets of a document's pages, which come in order; `summary` is complete when they have ended.
 *
 * @throws Failure `unsupported-kind`, `page-too-large`, `damaged` where no page gave text
 */
export async function* sheetsOfPages(
  readings: AsyncIterable<PageReading>,
  { name, limits, losses }: { readonly name: string; readonly limits: Limits; readonly losses: Losses },
  summary: PagesSummary,
): AsyncGenerator<Sheet> {
  const sheets = new PageSheets(limits, losses);
  const pages = new Map<PageKind, number[]>();
  const of = (kind: PageKind) => pages.get(kind) ?? [];
  const [unreliable, incomplete]: [number[], number[]] = [[], []];
  const remarks = new Remarks();
  for await (const reading of readings) {
    const alike = of(reading.kind);
    alike.push(reading.page);
    pages.set(reading.kind, alike);
    if (reading.isUnreliable) unreliable.push(reading.page);
    if (reading.isIncomplete) incomplete.push(reading.page);
    summary.hasScans ||= reading.kind === 'scan';
    summary.isScan = of('scan').length > of('text').length;
    remarks.add(reading);
    summary.findings.push(...reading.findings);
    yield* sheets.push(reading);
  }
  yield* sheets.end();
  const unread = {
    damaged: of('damaged'),
    oversized: of('oversized'),
    pictures: of('picture'),
    blank: of('blank'),
  };
  if (of('text').length + of('scan').length === 0) {
    if (unread.pictures.length + unread.blank.length + unread.oversized.length === 0) throw damagedPages(name);
    if (unread.oversized.length > unread.pictures.length) throw pagesTooLarge(name, limits);
    throw noTextOnPages(name, unread.pictures.length > 0);
  }
  summary.findings.push(
    ...pagesUnread(unread, limits),
    ...pagesIncomplete(incomplete),
    ...textUnreliable(unreliable),
    ...remarks.findings,
  );
}
