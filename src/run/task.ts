import { z } from 'zod';
import { FAILURE_CODES } from '../schema/failure.js';
import { Limits } from '../schema/limits.js';
import { ReadingOptions } from '../schema/reading-options.js';
import { Box } from '../schema/sheet.js';
import { PICTURE_TYPES } from '../schema/picture-type.js';

/**
 * Stands for the document in what is kept of it (messages, records), so that a result depends on nothing but the bytes, the version
 * and the options. No path holds this character; the run puts the path in its place.
 */
export const THIS_DOCUMENT = '\0';

/** Where a document's bytes are, and what messages call it. */
const Of = { path: z.string(), name: z.string(), limits: Limits };
/** A document with this content. Its bytes may have changed since they were hashed: then the task fails. */
const OfContent = { ...Of, sha256: z.string(), password: z.string().optional(), reading: ReadingOptions };
export type Content = z.infer<z.ZodObject<typeof OfContent>>;

/** The SHA-256 of a document. */
export const HashTask = z.object({ type: z.literal('hash'), ...Of });
export type HashTask = z.infer<typeof HashTask>;

/** Reads a document into a result file (result-file.ts), or, of a large one, the first pages into a file of page readings. */
export const ReadTask = z.object({
  type: z.literal('read'),
  ...OfContent,
  result: z.string(),
  firstPages: z.object({ path: z.string(), isThere: z.boolean() }),
});
export type ReadTask = z.infer<typeof ReadTask>;

const PageRange = { from: z.int().positive(), to: z.int().positive() };

/** Reads some pages of a document into a file of page readings. */
export const PagesTask = z.object({ type: z.literal('pages'), ...OfContent, ...PageRange, readings: z.string() });
export type PagesTask = z.infer<typeof PagesTask>;

/** Makes a document's result of the readings of all its pages, in order. */
export const AssembleTask = z.object({
  type: z.literal('assemble'),
  ...OfContent,
  readings: z.array(z.string()),
  result: z.string(),
  /** What reading the document has taken so far. */
  millisecondsBefore: z.int().nonnegative(),
});
export type AssembleTask = z.infer<typeof AssembleTask>;

/** Draws a page of a document into a file, as a person is to see it beside what was read of it. */
export const PictureTask = z.object({
  type: z.literal('picture'),
  ...OfContent,
  page: z.int().positive(),
  /** The boxes that were read on it where it was read as a picture; null where its text was. */
  boxes: z.array(Box).nullable(),
  picture: z.string(),
});
export type PictureTask = z.infer<typeof PictureTask>;

/** Writes the sheets of a document without pages into a file, a line of JSON each, as a person is to see them beside what was read. */
export const SheetsTask = z.object({
  type: z.literal('sheets'),
  ...OfContent,
  /** Numbers of the tables, or names of the workbook's sheets, that are wanted. */
  tables: z.array(z.union([z.int().positive(), z.string()])),
  sheets: z.string(),
});
export type SheetsTask = z.infer<typeof SheetsTask>;

/** A piece of work on one document, as plain data: it can be done in this process, in a child, or on another machine. */
export const Task = z.discriminatedUnion('type', [
  HashTask,
  ReadTask,
  PagesTask,
  AssembleTask,
  PictureTask,
  SheetsTask,
]);
export type Task = z.infer<typeof Task>;

/** What was read, in counts. */
export const Counts = z.object({
  pages: z.int().nonnegative(),
  forms: z.int().nonnegative(),
  findings: z.int().nonnegative(),
});
export type Counts = z.infer<typeof Counts>;

/** What was read, in counts, and whether reading the same bytes again would give the same. */
export const ReadCounts = z.object({ ...Counts.shape, isLasting: z.boolean() });
export type ReadCounts = z.infer<typeof ReadCounts>;

/** The pages of a large document that are still to be read, and whether most of those before were pictures. */
export const RestOfPages = z.object({ ...PageRange, isScan: z.boolean() });
export type RestOfPages = z.infer<typeof RestOfPages>;

/** What a task gives: the hash as 64 hex digits; what was read, or what is still to be. */
export const TASK_RESULTS = {
  hash: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  read: z.union([RestOfPages, ReadCounts]),
  pages: z.null(),
  assemble: ReadCounts,
  /** What kind of picture it is, and the page's size in points; null where it can't be drawn. */
  picture: z
    .object({ type: z.enum(PICTURE_TYPES), width: z.number().positive(), height: z.number().positive() })
    .nullable(),
  sheets: z.null(),
};
export type TaskResults = { readonly [T in keyof typeof TASK_RESULTS]: z.infer<(typeof TASK_RESULTS)[T]> };

/** What a child says of its task: at the most one in {@link PROGRESS_MILLISECONDS} that it goes on, and at the end one how it ended. */
export const Message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress') }),
  z.object({ type: z.literal('done'), value: z.unknown(), residentBytes: z.number() }),
  z.object({ type: z.literal('failure'), code: z.enum(FAILURE_CODES), message: z.string(), messageZh: z.string() }),
  z.object({ type: z.literal('unwritable'), place: z.string(), code: z.string(), message: z.string() }),
  z.object({ type: z.literal('defect'), message: z.string() }),
]);
export type Message = z.infer<typeof Message>;

/** Often enough that no deadline passes unseen, seldom enough to cost nothing. */
export const PROGRESS_MILLISECONDS = 200;
