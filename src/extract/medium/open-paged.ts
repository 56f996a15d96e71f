import type { Finding } from '../../schema/finding.js';
import type { Limits } from '../../schema/limits.js';
import type { SourceKind } from '../../schema/record.js';
import type { Sheet } from '../../schema/sheet.js';
import { Losses } from '../source/losses.js';
import type { OpenDocument, PagedReading } from './open-document.js';
import type { PicturePageReader } from '../scan/picture-page.js';
import { readerMissing } from '../scan/scan-findings.js';
import type { PageReading } from '../pages/page-reading.js';
import { type PagesSummary, sheetsOfPages } from '../pages/sheets-of-pages.js';

/** The pages of a file, read one at a time and in any order. */
export interface Pages {
  readonly count: number;
  readonly findings: readonly Finding[];
  read(page: number): Promise<PageReading>;
  close(): Promise<void>;
}

export interface PagedOptions {
  readonly name: string;
  readonly sha256: string;
  readonly kind: SourceKind;
  readonly limits: Limits;
  /** What reads the pages that are pictures. */
  readonly pictureReader: Pick<PicturePageReader, 'lacksReader'>;
}

/** A document of pages, which stand anywhere in its bytes: these are kept. What was opened first serves the first reading. */
export async function openPagedDocument(
  open: () => Promise<Pages>,
  { name, sha256, kind, limits, pictureReader }: PagedOptions,
): Promise<OpenDocument> {
  const summary: PagesSummary = { isScan: false, hasScans: false, findings: [] };
  let opened: Pages | null = await open();
  const { count: pages, findings: ofOpening } = opened;
  async function* assemble(readings: AsyncIterable<PageReading>): AsyncGenerator<Sheet> {
    const losses = new Losses(limits);
    summary.findings.splice(0, summary.findings.length, ...ofOpening);
    try {
      yield* sheetsOfPages(readings, { name, limits, losses }, summary);
    } finally {
      if (summary.hasScans && pictureReader.lacksReader) summary.findings.push(readerMissing());
      summary.findings.push(...losses.findings());
    }
  }
  const paged: PagedReading = {
    async *read(from, to) {
      const file = opened ?? (await open());
      opened = null;
      try {
        for (let page = from; page <= to; page += 1) yield await file.read(page);
      } finally {
        await file.close();
      }
    },
    async *assemble(readings) {
      // What was read elsewhere needs no open file, which may be as large as all the rest of the memory.
      const unused = opened;
      opened = null;
      await unused?.close();
      yield* assemble(readings);
    },
  };
  return {
    get kind() {
      return summary.isScan ? 'scan' : kind;
    },
    sha256,
    pages,
    findings: summary.findings,
    sheets: () => assemble(paged.read(1, pages)),
    paged,
  };
}
