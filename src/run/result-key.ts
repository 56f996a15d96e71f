import { createHash } from 'node:crypto';
import { type Limits, RUN_LIMITS } from '../schema/limits.js';

/** What a result depends on, apart from the document's bytes. */
export interface ResultOptions {
  readonly version: string;
  readonly limits: Limits;
}

/** The name of a result: same bytes, version and options, same name. The password changes nothing but whether a document opens. */
export function resultKey(sha256: string, { version, limits }: ResultOptions): string {
  const run: readonly string[] = RUN_LIMITS;
  return digest([sha256, version, Object.entries(limits).filter(([name]) => !run.includes(name))]);
}

/** The name of the failure of a document that was given up: it holds only under the very same limits. */
export function givenUpKey(sha256: string, { version, limits }: ResultOptions): string {
  return digest([sha256, version, Object.entries(limits)]);
}

/** The name of what was read of some pages of a large document, which has this name: of the first ones, or of those in a range. */
export function pagesKey(key: string, pages: 'first' | { readonly from: number; readonly to: number }): string {
  return digest([key, pages]);
}

const digest = (parts: unknown) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
