import { z } from 'zod';
import { LeafValue } from '../schema/decision.js';
import { Finding } from '../schema/finding.js';
import { InputStatus, Reason, SetAside } from '../schema/manifest.js';
import { SourceKind } from '../schema/record.js';
import { REVIEW_STATES } from '../schema/review-state.js';
import { Box, CellReading } from '../schema/sheet.js';

/** What the server and the page tell each other. The page holds no rule of its own: all that it shows is in here. */

/** What a value's box says at a glance. */
export const FieldState = z.enum(['error', 'warning', 'confirmed', 'proved', 'other', 'removed']);
export type FieldState = z.infer<typeof FieldState>;

/** An identity with its numbers filled in: `10 + 25 = 35`. */
export const IdentityLine = z.object({
  code: z.string(),
  closes: z.boolean(),
  /** The line's pieces in order; those that are numbers of the form name their field. */
  pieces: z.array(z.object({ text: z.string(), path: z.string().nullable() })),
});
export type IdentityLine = z.infer<typeof IdentityLine>;

export const FieldFinding = Finding.extend({ isSettled: z.boolean() });
export type FieldFinding = z.infer<typeof FieldFinding>;

/** A value of the form, or a place that only a finding names. */
export const Field = z.object({
  path: z.string(),
  /** Null for what is no value and can't be replaced. */
  kind: z.enum(['number', 'year', 'text', 'value']).nullable(),
  /** As it stands now; blank where the form prints none. */
  text: z.string(),
  /** As the program read it, where a decision put something else in its place. */
  asRead: z.string().nullable(),
  /** As it stands on the page, before it was cleaned. */
  printed: z.string().nullable(),
  state: FieldState,
  places: z.array(z.object({ page: z.int(), box: Box })),
  /** Texts that readers gave, each once, the chosen one first; who gave it, and how sure each was. */
  readings: z.array(z.object({ text: z.string(), readers: z.array(CellReading.pick({ by: true, confidence: true })) })),
  proof: z.array(z.string()),
  findings: z.array(FieldFinding),
  identities: z.array(IdentityLine),
  decision: z.object({ by: z.string(), at: z.string(), action: z.string() }).nullable(),
  notes: z.array(z.object({ by: z.string(), at: z.string(), note: z.string() })),
});
export type Field = z.infer<typeof Field>;

/** One row of the overview. */
export const FormSummary = z.object({
  id: z.string(),
  file: z.string(),
  kind: SourceKind,
  project: z.string().nullable(),
  unit: z.string().nullable(),
  year: z.number().nullable(),
  totalScore: z.number().nullable(),
  errors: z.int(),
  warnings: z.int(),
  notes: z.int(),
  decided: z.int(),
  /** Codes of what is open, with how often. */
  open: z.record(z.string(), z.int()),
  state: z.enum(REVIEW_STATES),
});
export type FormSummary = z.infer<typeof FormSummary>;

export const DocumentSummary = z.object({
  path: z.string(),
  status: InputStatus,
  reason: Reason.nullable(),
  setAside: z.array(SetAside),
  findings: z.array(Finding),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

export const Overview = z.object({
  folder: z.string(),
  by: z.string(),
  forms: z.array(FormSummary),
  /** Documents that failed, were set aside, or of which something is to be told. */
  documents: z.array(DocumentSummary),
  /** Lines of the decisions' file that can't be read. */
  unreadable: z.int(),
  /** Decisions that the tables do not hold yet. */
  unwritten: z.int(),
});
export type Overview = z.infer<typeof Overview>;

/** A row of a block: its fields' paths are `<block>[<key>].<field>`, and stay so whatever rows are added and taken away. */
export const FormRow = z.object({ key: z.string(), state: z.enum(['read', 'added', 'removed']) });
export type FormRow = z.infer<typeof FormRow>;

/** All that the page shows of a form. */
export const FormView = z.object({
  summary: FormSummary,
  fields: z.array(Field),
  /** Paths of what is to be looked at, in the order of the form, decided ones too. */
  flagged: z.array(z.string()),
  rows: z.object({ funds: z.array(FormRow), indicators: z.array(FormRow), other: z.array(FormRow) }),
  pages: z.array(z.int()),
  review: z.object({ by: z.string(), at: z.string() }).nullable(),
  /** Decisions of the folder that its tables do not hold yet. */
  unwritten: z.int(),
});
export type FormView = z.infer<typeof FormView>;

/** The passage of a text that a form was read from, and where its values stand in it, as offsets. */
export const Passage = z.object({
  text: z.string(),
  marks: z.record(z.string(), z.tuple([z.int(), z.int()])),
});
export type Passage = z.infer<typeof Passage>;

/** A cell of an office file's table; `key` tells it from all others of the file. */
export const SourceCell = z.object({
  text: z.string(),
  rowSpan: z.int(),
  columnSpan: z.int(),
  key: z.string().nullable(),
});
export type SourceCell = z.infer<typeof SourceCell>;

/** A table of an office file as far as a form stands in it. The title is that of a workbook's sheet. */
export const SourceTable = z.object({ title: z.string().nullable(), rows: z.array(z.array(SourceCell)) });
export type SourceTable = z.infer<typeof SourceTable>;

/** The tables that a form was read from, and the values that were taken from their cells, by the cells' keys. */
export const TablesView = z.object({ tables: z.array(SourceTable), marks: z.record(z.string(), z.array(z.string())) });
export type TablesView = z.infer<typeof TablesView>;

/** A page's picture: where it is, and the page's size in points. */
export const PageImage = z.object({ address: z.string(), width: z.number(), height: z.number() });
export type PageImage = z.infer<typeof PageImage>;

const form = z.string().max(100);
const path = z.string().max(300);
const text = z.string().max(20_000);

export const DecisionRequest = z.discriminatedUnion('action', [
  z.object({ action: z.literal('confirm'), form, path, by: text }),
  z.object({ action: z.literal('replace'), form, path, by: text, text }),
  z.object({ action: z.literal('note'), form, path, by: text, note: text }),
  /** A row behind the one that the path names or stands in; the first of its block where the path is the block's. */
  z.object({ action: z.literal('add'), form, path, by: text }),
  /** Takes away the row that the path names or stands in. */
  z.object({ action: z.literal('remove'), form, path, by: text }),
  z.object({ action: z.literal('sign'), form, by: text }),
  /** Without a path the form's last decision. */
  z.object({ action: z.literal('undo'), form, path: path.nullable(), by: text }),
]);
export type DecisionRequest = z.infer<typeof DecisionRequest>;

export const TryRequest = z.object({ form, path, text });
export type TryRequest = z.infer<typeof TryRequest>;

/** Why a request was refused, in both languages. */
export const Refusal = z.object({ code: z.string(), message: z.string(), messageZh: z.string() });
export type Refusal = z.infer<typeof Refusal>;

/** What a typed value would do, or why it can’t be one: half a number is typed before a whole one. */
export const Tried = z.object({
  value: LeafValue,
  identities: z.array(IdentityLine),
  /** Findings that it would bring. */
  opens: z.array(Finding),
  refusal: Refusal.nullable(),
});
export type Tried = z.infer<typeof Tried>;

/** A dropped file on its way. */
export const Job = z.object({
  id: z.int(),
  name: z.string(),
  state: z.enum(['waiting', 'reading', 'done', 'failed']),
  forms: z.int(),
  reason: z.object({ message: z.string(), messageZh: z.string() }).nullable(),
});
export type Job = z.infer<typeof Job>;
