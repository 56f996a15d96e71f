import type { Limits } from '../../schema/limits.js';
import type { PageReading } from '../pages/page-reading.js';
import { tooManyPages } from '../source/refusal.js';
import { pageCountOf, pictureAt, type PictureFile } from './picture/pictures-of-file.js';
import type { PicturePageReader } from './picture-page.js';

/** The pages of a picture file: those of a TIFF, or the one of any other. */
export class FilePages {
  readonly findings = [];
  readonly #file: PictureFile;
  readonly #limits: Limits;
  readonly #reader: PicturePageReader;

  private constructor(
    file: PictureFile,
    limits: Limits,
    reader: PicturePageReader,
    readonly count: number,
  ) {
    this.#file = file;
    this.#limits = limits;
    this.#reader = reader;
  }

  /** @throws Failure `damaged`, `too-many-pages` */
  static async open(file: PictureFile, limits: Limits, reader: PicturePageReader): Promise<FilePages> {
    const count = await pageCountOf(file);
    if (count > limits.pagesPerFile) throw tooManyPages(file.name, count, limits);
    return new FilePages(file, limits, reader, count);
  }

  async read(page: number): Promise<PageReading> {
    return this.#reader.read(page, await pictureAt(this.#file.bytes, page, this.#limits), null);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
