import { createHash } from 'node:crypto';
import { type Limits, RUN_LIMITS } from '../schema/limits.js';
import type { ReadingOptions } from '../schema/reading-options.js';

/** What a result depends on, apart from the document's bytes. */
export interface ResultOptions {
  readonly version: string;
  readonly limits: Limits;
  readonly reading: ReadingOptions;
  /** The readers of pictures that there are. */
  readonly readers: readonly string[];
}

/** The name of a result: same bytes, version and options, same name. The password changes nothing but whether a document opens. */
export function resultKey(sha256: string, { version, limits, reading, readers }: ResultOptions): string {
  const run: readonly string[] = RUN_LIMITS;
  const decisive = Object.entries(limits).filter(([name]) => !run.includes(name));
  return digest([sha256, version, decisive, Object.entries(reading), readers]);
}

/** The name of the failure of a document that was given up: it holds only under the very same limits. */
export function givenUpKey(sha256: string, { version, limits, reading, readers }: ResultOptions): string {
  return digest([sha256, version, Object.entries(limits), Object.entries(reading), readers]);
}

/** The name of what was read of some pages of a large document, which has this name: of the first ones, or of those in a range. */
export function pagesKey(key: string, pages: 'first' | { readonly from: number; readonly to: number }): string {
  return digest([key, pages]);
}

const digest = (parts: unknown) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
