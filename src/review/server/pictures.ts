import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Executor } from '../../run/executor.js';
import { Failure } from '../../schema/failure.js';
import { Limits } from '../../schema/limits.js';
import { ReadingOptions } from '../../schema/reading-options.js';
import type { SelfEvaluation } from '../../schema/record.js';
import type { Box } from '../../schema/sheet.js';
import type { PageImage } from '../api.js';
import { sourceFile } from '../folder/source-file.js';
import { notFound, refused } from '../refused.js';

export interface PicturesOptions {
  readonly folder: string;
  readonly executor: Executor;
  /** Of the run that read the sources. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly password?: string | undefined;
}

/** Pictures of pages, drawn in the children of the pool and kept until the review ends. */
export class Pictures {
  readonly #cache = mkdtempSync(join(tmpdir(), 'zipingbiao-review-'));
  readonly #drawn = new Map<string, Promise<PageImage>>();
  readonly #limits: Limits;
  readonly #reading: ReadingOptions;

  constructor(private readonly options: PicturesOptions) {
    this.#limits = Limits.safeParse(options.options).data ?? Limits.parse({});
    this.#reading = ReadingOptions.safeParse(options.options).data ?? ReadingOptions.parse({});
  }

  /** Where a page's picture is, and its size. Drawn once. */
  page(record: SelfEvaluation, page: number): Promise<PageImage> {
    const boxes = boxesOn(record, page);
    const key = createHash('sha256')
      .update(JSON.stringify([record.source.sha256, page, boxes]))
      .digest('hex')
      .slice(0, 32);
    const known = this.#drawn.get(key);
    if (known !== undefined) return known;
    const drawing = this.#draw(record, page, boxes, key);
    this.#drawn.set(key, drawing);
    drawing.catch(() => this.#drawn.delete(key));
    return drawing;
  }

  /** A picture's bytes, by the name in its address: only what was drawn in this review. */
  bytes(key: string): Buffer {
    if (!this.#drawn.has(key)) throw notFound();
    return readFileSync(join(this.#cache, key));
  }

  close(): void {
    rmSync(this.#cache, { recursive: true, force: true });
  }

  async #draw({ source }: SelfEvaluation, page: number, boxes: Box[] | null, key: string): Promise<PageImage> {
    const path = sourceFile(this.options.folder, source.file);
    if (path === null) throw sourceGone(source.file);
    try {
      const size = await this.options.executor.run({
        type: 'picture',
        path,
        name: source.file,
        sha256: source.sha256,
        password: this.options.password,
        limits: this.#limits,
        reading: this.#reading,
        page,
        boxes,
        picture: join(this.#cache, key),
      });
      if (size === null) throw refused(422, 'not-drawn', 'The page can’t be drawn.', '该页无法显示。');
      const { type, width, height } = size;
      return { address: `pictures/${key}.${type}`, width, height };
    } catch (error) {
      if (error instanceof Failure) throw refused(422, error.code, error.message, error.messageZh);
      throw error;
    }
  }
}

export const sourceGone = (file: string) =>
  refused(404, 'source-gone', `${file} is no longer there.`, `找不到来源文件 ${file}。`);

/** The boxes on a page that was read as a picture; null where its text was read. */
function boxesOn({ evidence }: SelfEvaluation, page: number): Box[] | null {
  const on = Object.values(evidence).filter((one) => one.page === page && one.box !== null);
  return on.some(({ readings }) => readings !== undefined)
    ? on.flatMap(({ box }) => (box === null ? [] : [box]))
    : null;
}
