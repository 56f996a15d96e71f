import { z } from 'zod';

/**
 * What a person did with a value: left it as it was read, put another one in its place, wrote a remark, added a row that was not read,
 * took one away, signed the form, took an act back.
 */
export const DecisionAction = z.enum(['confirm', 'replace', 'note', 'add', 'remove', 'sign', 'undo']);
export type DecisionAction = z.infer<typeof DecisionAction>;

/** A leaf's value as a decision writes it: targets and results by their text. */
export const LeafValue = z.union([z.string(), z.number(), z.null()]);
export type LeafValue = z.infer<typeof LeafValue>;

/** Longer texts are no value of a form and no remark. Characters. */
const LONGEST_TEXT = 20_000;
const text = z.string().max(LONGEST_TEXT);
const value = z.union([text, z.number(), z.null()]);

/** One line of `decisions.jsonl`. Lines are added, never changed: to take one back is a line too, which names it in `undoes`. */
export const Decision = z.object({
  /** Tells this line from all others, also when the files of two people are put together. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  at: z.iso.datetime(),
  by: z.string().min(1).max(200),
  record: z.string().max(100),
  /** The source as the record names it, so that a source that changed is told. */
  file: text,
  sourceSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /**
   * The field, its parent, or `''` for the form; of an `add`, the row behind which it stands, or its block where it is the first. Rows are
   * named as they were read; an added one is `indicators[+<id of the decision that added it>]`.
   */
  path: z.string().max(300),
  /** What the program read there; of a parent, `sha256:` and the digest of what stands below it. */
  before: value,
  action: DecisionAction,
  /** What holds instead: the value of a `replace`, the record's digest of a `sign`. */
  after: value,
  note: text,
  /** The codes of the findings at the path that the person had before them: others that come later are open. */
  settles: z.array(z.string().max(100)).max(100),
  /** The line that an `undo` takes back. */
  undoes: z.string().optional(),
});
export type Decision = z.infer<typeof Decision>;

/** What a record keeps of the decision on one of its values. */
export const DecisionMark = Decision.pick({ by: true, at: true, action: true, before: true, settles: true });
export type DecisionMark = z.infer<typeof DecisionMark>;

/** Who signed a form, and the digest of what was signed. */
export const Review = z.object({ by: z.string(), at: z.string(), sha256: z.string() });
export type Review = z.infer<typeof Review>;
