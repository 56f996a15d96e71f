import { randomBytes } from 'node:crypto';
import { leafKind, readingAt, typedValue } from '../../decide/leaf.js';
import { appendDecisions, readDecisions } from '../../decide/decision-file.js';
import { DecisionBook } from '../../decide/decision-book.js';
import { inTime, liveDecisions } from '../../decide/live-decisions.js';
import { digestToSign } from '../../decide/signature.js';
import type { Decision } from '../../schema/decision.js';
import type { SelfEvaluation } from '../../schema/record.js';
import { openFindings } from '../../schema/review-state.js';
import type { DecisionRequest, FormView, Overview, Tried, TryRequest } from '../api.js';
import { FormIndex } from '../folder/form-index.js';
import { writeResults } from '../folder/write-results.js';
import { noSuchForm, Refused, refused } from '../refused.js';
import { formView, summaryOf } from '../view/form-view.js';
import { identityLines } from '../view/identity-lines.js';

/** How many digits tell one decision from all others. */
const ID_BYTES = 8;

/** A folder under review: its forms, what was decided on them, and how a decision is made. */
export class Review {
  #index: FormIndex;
  #book: DecisionBook;
  /** Form that was looked at last, as it was read: every key asks for it. */
  #last: SelfEvaluation | null = null;
  #unwritten = 0;
  /** What was decided here: on the disk, but perhaps later than it was read. */
  readonly #made: Decision[] = [];

  private constructor(
    readonly folder: string,
    readonly by: string,
    readonly version: string,
    index: FormIndex,
    book: DecisionBook,
    private unreadable: number,
  ) {
    this.#index = index;
    this.#book = book;
  }

  /** Throws `NoResults` where the folder's results are damaged. */
  static async open(
    folder: string,
    { by, version }: { readonly by: string; readonly version: string },
  ): Promise<Review> {
    const { decisions, unreadable } = await readDecisions(folder);
    const book = new DecisionBook(decisions);
    return new Review(folder, by, version, await FormIndex.read(folder, book, version), book, unreadable.length);
  }

  get index(): FormIndex {
    return this.#index;
  }

  get unwritten(): number {
    return this.#unwritten;
  }

  async overview(): Promise<Overview> {
    if (await this.#index.isOutdated()) await this.reload();
    const { summaries, manifest } = this.#index;
    return {
      folder: this.folder,
      by: this.by,
      forms: [...summaries.values()],
      documents: manifest.inputs
        .filter(({ status, setAside, findings }) => status !== 'done' || setAside.length > 0 || findings.length > 0)
        .map(({ path, status, reason, setAside, findings }) => ({ path, status, reason, setAside, findings })),
      unreadable: this.unreadable,
      unwritten: this.#unwritten,
    };
  }

  /** Reads the folder anew: another run, or another copy's decisions, may have come into it. */
  async reload(): Promise<void> {
    const { decisions, unreadable } = await readDecisions(this.folder);
    this.#book = new DecisionBook([...decisions, ...this.#made]);
    this.unreadable = unreadable.length;
    this.#index = await FormIndex.read(this.folder, this.#book, this.version);
    this.#last = null;
  }

  /** A form as it was read. */
  async record(id: string): Promise<SelfEvaluation> {
    if (this.#last?.id === id) return this.#last;
    if (await this.#index.isOutdated()) await this.reload();
    const record = await this.#index.record(id);
    if (record === null) throw noSuchForm();
    this.#last = record;
    return record;
  }

  async view(id: string): Promise<FormView> {
    const read = await this.record(id);
    return this.#viewOf(read);
  }

  #viewOf(read: SelfEvaluation): FormView {
    const decided = this.#book.apply(read);
    this.#index.summaries.set(read.id, summaryOf(decided));
    return formView(decided, liveDecisions(this.#book.on(read)).notes, this.#unwritten);
  }

  /** What a typed value would do. */
  async try({ form, path, text }: TryRequest): Promise<Tried> {
    const read = await this.record(form);
    let draft: Decision;
    try {
      draft = this.#replacing(read, path, text, this.by);
    } catch (error) {
      if (error instanceof Refused) return { value: null, identities: [], opens: [], refusal: error.refusal };
      throw error;
    }
    const before = this.#book.apply(read);
    const book = new DecisionBook([...this.#book.on(read), ...this.#takingBack(read, path, this.by), draft]);
    const after = book.apply(read);
    const known = new Set(before.findings.map(({ code, path }) => `${code} ${path}`));
    return {
      value: draft.after,
      identities: identityLines(after).get(path) ?? [],
      opens: after.findings.filter(({ code, path }) => !known.has(`${code} ${path}`)),
      refusal: null,
    };
  }

  /** Makes a decision: on the disk before this returns. */
  async decide(request: DecisionRequest): Promise<FormView> {
    const read = await this.record(request.form);
    const by = request.by.trim();
    if (by === '') throw refused(400, 'no-name', 'Say who decides: write your name first.', '请先填写您的姓名。');
    const lines = this.#linesOf(read, { ...request, by });
    appendDecisions(this.folder, lines);
    for (const line of lines) this.#book.add(line);
    this.#made.push(...lines);
    this.#unwritten += lines.length;
    return this.#viewOf(read);
  }

  #linesOf(read: SelfEvaluation, request: DecisionRequest): Decision[] {
    const { by } = request;
    switch (request.action) {
      case 'confirm':
        return [...this.#takingBack(read, request.path, by), this.#line(read, by, request.path, 'confirm')];
      case 'replace':
        return [...this.#takingBack(read, request.path, by), this.#replacing(read, request.path, request.text, by)];
      case 'note':
        if (request.note.trim() === '') throw refused(400, 'blank', 'The remark is blank.', '备注为空。');
        return [{ ...this.#line(read, by, request.path, 'note'), note: request.note.trim(), settles: [] }];
      case 'sign':
        return [this.#signature(read, by)];
      case 'undo':
        return this.#undo(read, by, request.path);
    }
  }

  #line(read: SelfEvaluation, by: string, path: string, action: Decision['action']): Decision {
    const decided = this.#book.apply(read);
    const isThere = path === '' || leafKind(read, path) !== null || decided.findings.some((one) => one.path === path);
    if (!isThere) throw refused(400, 'no-such-field', 'The form has no such field.', '表中没有该字段。');
    return {
      id: randomBytes(ID_BYTES).toString('hex'),
      at: this.#now(),
      by,
      record: read.id,
      file: read.source.file,
      sourceSha256: read.source.sha256,
      path,
      before: readingAt(read, path),
      action,
      after: null,
      note: '',
      // What a decision before settled is before the eyes of whoever decides again.
      settles: [
        ...new Set([
          ...[...read.findings, ...decided.findings].filter((one) => one.path === path).map(({ code }) => code),
        ]),
      ],
    };
  }

  /** Later than any line there is, also where the clock was put back: the order of lines is their time's. */
  #now(): string {
    this.#clock = Math.max(this.#clock + 1, Date.now());
    return new Date(this.#clock).toISOString();
  }
  #clock = 0;

  #replacing(read: SelfEvaluation, path: string, text: string, by: string): Decision {
    const kind = leafKind(read, path);
    if (kind === null)
      throw refused(400, 'no-value', 'This is no value that can be replaced.', '此处不是可以替换的值。');
    const value = typedValue(kind, text);
    if (value === undefined)
      throw refused(
        400,
        'not-of-its-kind',
        kind === 'number' ? 'This is no number.' : 'This is no year.',
        kind === 'number' ? '不是数字。' : '不是年度。',
      );
    if (value === readingAt(read, path)) return this.#line(read, by, path, 'confirm');
    // How many decimals a number has tells how it was rounded: they are kept as typed.
    const after = kind === 'number' && value !== null ? text.trim().replaceAll(',', '') : value;
    return { ...this.#line(read, by, path, 'replace'), after };
  }

  /** Whoever decides again takes back what held before: only two who did not know of each other contradict. */
  #takingBack(read: SelfEvaluation, path: string, by: string): Decision[] {
    const live = liveDecisions(this.#book.on(read).filter(({ record }) => record === read.id)).values.get(path);
    if (live === undefined) return [];
    return [live.decision, ...(live.other === null ? [] : [live.other])].map((decision) => this.#undoing(decision, by));
  }

  #undoing(decision: Decision, by: string): Decision {
    const id = randomBytes(ID_BYTES).toString('hex');
    return { ...decision, id, at: this.#now(), by, action: 'undo', after: null, note: '', undoes: decision.id };
  }

  #undo(read: SelfEvaluation, by: string, path: string | null): Decision[] {
    const own = this.#book.on(read).filter(({ record }) => record === read.id);
    const undone = new Set(own.flatMap(({ undoes }) => (undoes === undefined ? [] : [undoes])));
    const last = inTime(own).findLast(
      (one) => one.action !== 'undo' && !undone.has(one.id) && (path === null || one.path === path),
    );
    if (last === undefined)
      throw refused(409, 'nothing-to-undo', 'Nothing is left to take back.', '没有可以撤销的决定。');
    return [this.#undoing(last, by)];
  }

  #signature(read: SelfEvaluation, by: string): Decision {
    const unsigned = this.#book.apply(read);
    const open = openFindings(unsigned).filter(({ code }) => code !== 'signature-void');
    if (open.length > 0)
      throw refused(
        409,
        'still-open',
        `${open.length} flagged places are still open. Decide on each, then sign.`,
        `还有${open.length}处待核，请逐一决定后再签署。`,
      );
    return { ...this.#line(read, by, '', 'sign'), after: digestToSign(unsigned), settles: [] };
  }

  /** Writes the folder's records and tables anew, with what was decided. */
  async write(others: readonly string[] = []): Promise<void> {
    const { unwritten } = this;
    await writeResults(this.folder, others, this.#book, this.#index.manifest);
    this.#unwritten -= unwritten; // what was decided meanwhile may not be in them
    await this.reload();
  }
}
