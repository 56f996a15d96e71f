import { z } from 'zod';
import type { Code } from './catalogue.js';

export const Severity = z.enum(['error', 'warning', 'note']);
export type Severity = z.infer<typeof Severity>;

/** What a person should look at. `path` names the field, or its parent when it can't be narrower; `''` is the document. */
export const Finding = z.object({
  code: z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/),
  severity: Severity,
  path: z.string(),
  message: z.string(),
  messageZh: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** A finding that this program makes: its code stands in the catalogue. */
export type OwnFinding = Finding & { readonly code: Code };

/** A change beyond white space and widths, so that it can be taken back. */
export const Repair = z.object({
  code: z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/),
  path: z.string(),
  before: z.string(),
  after: z.string(),
});
export type Repair = z.infer<typeof Repair>;
