import type { Limits } from '../../schema/limits.js';
import { latticesOf, RECTANGLES_PER_TABLE } from '../lattice/lattice.js';
import type { PageItem, PageKind, PageReading } from '../pages/page-reading.js';
import { pageItemsOf } from '../pdf/page-tables.js';
import { tooManyPages } from '../source/refusal.js';
import { type Encoding, EncodingSurvey } from '../text/encoding.js';
import { damagedPackage } from '../zip/refusal.js';
import { alignedRulings } from './aligned/aligned-rulings.js';
import { altoUnit, readAltoPage } from './alto.js';
import { glyphsOfWords } from './glyphs-of-words.js';
import { readHocrPage } from './hocr.js';
import { BadMarkup } from './markup.js';
import { gridInferred } from './ocr-findings.js';
import type { OcrPage } from './ocr-page.js';
import { type PageSlices, pageSlicesOf } from './page-slices.js';
import { type Dialect } from '../source/ocr-dialect.js';
import { withConfidence } from './with-confidence.js';

/** What the readers of the two dialects are called in evidence. */
const NAMES: Readonly<Record<Dialect, string>> = { hocr: 'hOCR', alto: 'ALTO' };

const NOTHING_OVER = { doubtful: new Set<never>(), remarks: [] } as const;

/** The pages of a file that an OCR program wrote: words where they stood, as the pages of a PDF have glyphs. */
export class OcrPages {
  readonly findings = [];
  readonly #slices: PageSlices;
  readonly #dialect: Dialect;
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #limits: Limits;

  /** @throws Failure `damaged`, `too-many-pages` */
  constructor(bytes: Uint8Array, dialect: Dialect, name: string, limits: Limits) {
    this.#slices = pageSlicesOf(bytes, dialect);
    this.#dialect = dialect;
    this.#limits = limits;
    if (this.count === 0) throw damagedPackage(name);
    if (this.count > limits.pagesPerFile) throw tooManyPages(name, this.count, limits);
    this.#decoder = new TextDecoder(encodingOf(bytes));
  }

  get count(): number {
    return this.#slices.pages.length;
  }

  read(page: number): Promise<PageReading> {
    return Promise.resolve(this.#reading(page));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #reading(page: number): PageReading {
    const reading = (kind: PageKind, items: PageReading['items'] = [], isIncomplete = false): PageReading => ({
      page,
      kind,
      items,
      isUnreliable: false,
      isIncomplete,
      findings: [],
    });
    const found = this.#pageAt(page);
    if (found === null) return reading('damaged');
    const { words, rulings, unplaced } = found;
    const glyphs = words.length > this.#limits.glyphsPerPage ? null : glyphsOfWords(words);
    if (glyphs === null || glyphs.length > this.#limits.glyphsPerPage) return reading('oversized');
    const isIncomplete = unplaced > 0 || (this.#slices.isCut && page === this.count);
    const options = { columns: this.#limits.columnsPerTable, rectangles: RECTANGLES_PER_TABLE };
    const isRuled = latticesOf(rulings, options).length > 0;
    const drawn = isRuled ? rulings : alignedRulings(glyphs);
    const items = pageItemsOf({ ...NOTHING_OVER, glyphs, rulings: drawn }, page, options);
    const read = reading(
      items.length === 0 ? 'blank' : 'scan',
      withConfidence(items, words, NAMES[this.#dialect]),
      isIncomplete,
    );
    const isInferred = !isRuled && items.some((item) => 'table' in item);
    return isInferred ? { ...read, items: read.items.map(asInferred), findings: [gridInferred(page)] } : read;
  }

  #pageAt(page: number): OcrPage | null {
    const bytes = this.#slices.pages[page - 1];
    if (bytes === undefined) return null;
    const markup = this.#decoder.decode(bytes);
    const most = this.#limits.glyphsPerPage;
    try {
      if (this.#dialect === 'hocr') return readHocrPage(markup, most);
      return readAltoPage(markup, altoUnit(this.#decoder.decode(this.#slices.head)), most);
    } catch (error) {
      if (error instanceof BadMarkup) return null;
      throw error;
    }
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  const survey = new EncodingSurvey();
  survey.push(bytes);
  const encoding = survey.result();
  return encoding === 'blank' || encoding === 'binary' ? 'utf-8' : encoding;
}

const asInferred = (item: PageItem): PageItem =>
  'table' in item ? { table: { ...item.table, isInferred: true } } : item;
