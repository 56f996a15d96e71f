/** How a document can end without a result. The codes stand in the manifest and in the documentation. */
export const FAILURE_CODES = [
  'no-such-path',
  'unreadable',
  'empty-file',
  'file-too-large',
  'too-many-pages',
  'page-too-large',
  'unpacks-too-large',
  'unsupported-kind',
  'program-missing',
  'not-text',
  'encrypted',
  'damaged',
  'no-form',
  'changed-while-read',
  'timed-out',
  'out-of-memory',
  'crashed',
  'internal',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** Ends one document. Says what happened, to which file, and what to try next, in both languages. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly messageZh: string;

  constructor(code: FailureCode, message: string, messageZh: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.messageZh = messageZh;
  }
}
