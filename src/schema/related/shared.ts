import { z } from 'zod';
import { Evidence, Other, SCHEMA_VERSION, SelfEvaluation, Source } from '../record.js';
import { worded } from '../words.js';
import { Finding, Repair } from '../finding.js';

const project = SelfEvaluation.shape;

/** What the records of all related forms share with each other, and with that of a project. */
export const SHARED = {
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: worded(z.string().regex(/^[0-9a-f]{12}-r\d{3,}$/), {
    title: 'Id',
    titleZh: '编号',
    description:
      'First 12 hex digits of the source’s SHA-256, then r and the form’s ordinal among the related forms in it.',
    descriptionZh: '来源文件 SHA-256 的前 12 位，加 r 和该表在文件内相关各表中的序号。',
  }),
  /** The ordinal counts the related forms of the source. */
  source: Source,
  title: project.title,
  year: project.year,
  currencyUnit: project.currencyUnit,
  other: z.array(Other),
  findings: z.array(Finding),
  repairs: z.array(Repair),
  evidence: z.record(z.string(), Evidence),
} as const;

/** A field of text that a form may not print. */
export const text = (title: string, titleZh: string) => worded(z.string().nullable(), { title, titleZh });

/** A number that a form may not print. */
export const number = (title: string, titleZh: string) => worded(z.number().nullable(), { title, titleZh });
