import { z } from 'zod';

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

/** A change beyond white space and widths, so that it can be taken back. */
export const Repair = z.object({
  code: z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/),
  path: z.string(),
  before: z.string(),
  after: z.string(),
});
export type Repair = z.infer<typeof Repair>;
