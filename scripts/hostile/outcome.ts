import type { FailureCode } from '../../src/schema/failure.js';

/** What becomes of a file, as the manifest says it. */
export interface Outcome {
  readonly status: 'done' | 'failed' | 'skipped';
  /** Why; any of several where the machine's speed decides. Empty for a file that is done. */
  readonly reasons: readonly (FailureCode | 'set-aside-only')[];
  readonly forms: number;
}

/** Its forms come out as of any file. */
export const forms = (count: number): Outcome => ({ status: 'done', reasons: [], forms: count });
export const failed = (...reasons: readonly FailureCode[]): Outcome => ({ status: 'failed', reasons, forms: 0 });
export const skipped = (...reasons: readonly FailureCode[]): Outcome => ({ status: 'skipped', reasons, forms: 0 });
/** It is read to its end, and holds no form. */
export const NO_FORM = skipped('no-form');
/** What is left of its form names no project. */
export const NO_PROJECT: Outcome = { status: 'skipped', reasons: ['set-aside-only'], forms: 0 };
