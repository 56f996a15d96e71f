import type { Finding } from '../../schema/finding.js';
import type { SourceKind } from '../../schema/record.js';
import type { Sheet } from '../../schema/sheet.js';
import type { PageReading } from '../pages/page-reading.js';

/** A document whose kind is known and whose tables can be read. */
export interface OpenDocument {
  /** A PDF turns out to be a scan when its pages are read. */
  readonly kind: SourceKind;
  /** Of the whole file, 64 hex digits. */
  readonly sha256: string;
  /** Null for text, which has none. */
  readonly pages: number | null;
  /** What concerns the document as a whole; complete when `sheets()` has ended. */
  readonly findings: Finding[];
  /**
   * The sheets in reading order, one at a time; memory stays flat however long the document is.
   *
   * @throws Failure `changed-while-read`, `no-such-path`, `unreadable`
   */
  sheets(): AsyncGenerator<Sheet>;
  /** Null for text. */
  readonly paged: PagedReading | null;
}

/** Pages that are read on their own, in any process, and put together afterwards. */
export interface PagedReading {
  /** Reads the pages `from` to `to`, counted from 1, both included. */
  read(from: number, to: number): AsyncGenerator<PageReading>;
  /** The sheets of all pages, whose readings come in order; what `sheets()` gives when it reads them itself. */
  assemble(readings: AsyncIterable<PageReading>): AsyncGenerator<Sheet>;
}
