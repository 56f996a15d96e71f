import { appendDecisions, readDecisions } from '../../decide/decision-file.js';
import { DecisionBook } from '../../decide/decision-book.js';
import { liveDecisions } from '../../decide/live-decisions.js';
import { nameOf, rowLayout } from '../../decide/row-layout.js';
import type { Decision } from '../../schema/decision.js';
import type { SelfEvaluation } from '../../schema/record.js';
import type { DecisionRequest, FormView, Overview, Tried, TryRequest } from '../api.js';
import { Decider } from '../decider.js';
import { FormIndex } from '../folder/form-index.js';
import { writeResults } from '../folder/write-results.js';
import { noSuchForm, Refused, refused } from '../refused.js';
import { formView, summaryOf } from '../view/form-view.js';
import { identityLines } from '../view/identity-lines.js';

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
    const decided = this.#applied(read);
    this.#index.summaries.set(read.id, summaryOf(decided));
    const live = liveDecisions(this.#book.on(read).filter(({ record }) => record === read.id));
    return formView(decided, live.notes, rowLayout(read, live), this.#unwritten);
  }

  /** What a typed value would do. */
  async try({ form, path, text }: TryRequest): Promise<Tried> {
    const read = await this.record(form);
    const decider = this.#decider(read, this.by);
    let draft: Decision;
    try {
      draft = decider.replacing(path, text);
    } catch (error) {
      if (error instanceof Refused) return { value: null, identities: [], opens: [], refusal: error.refusal };
      throw error;
    }
    const before = this.#applied(read);
    const book = new DecisionBook([...this.#book.on(read), ...decider.takingBack(path), draft]);
    const after = book.apply(read);
    const layout = rowLayout(read, liveDecisions(this.#book.on(read).filter(({ record }) => record === read.id)));
    const known = new Set(before.findings.map(({ code, path }) => `${code} ${path}`));
    return {
      value: draft.after,
      identities: identityLines(after, (one) => nameOf(layout, one)).get(path) ?? [],
      opens: after.findings.filter(({ code, path }) => !known.has(`${code} ${path}`)),
      refusal: null,
    };
  }

  /** Makes a decision: on the disk before this returns. */
  async decide(request: DecisionRequest): Promise<FormView> {
    const read = await this.record(request.form);
    const by = request.by.trim();
    if (by === '') throw refused(400, 'no-name', 'Say who decides: write your name first.', '请先填写您的姓名。');
    const lines = this.#decider(read, by).linesOf(request);
    appendDecisions(this.folder, lines);
    for (const line of lines) this.#book.add(line);
    this.#made.push(...lines);
    this.#unwritten += lines.length;
    return this.#viewOf(read);
  }

  /** Later than any line there is, also where the clock was put back: the order of lines is their time's. */
  #now(): string {
    this.#clock = Math.max(this.#clock + 1, Date.now());
    return new Date(this.#clock).toISOString();
  }
  #clock = 0;

  #decider(read: SelfEvaluation, by: string): Decider {
    return new Decider(read, this.#book.on(read), this.#applied(read), by, () => this.#now());
  }

  /** The form with what was decided; kept until anything else is, for every key asks for it twice. */
  #applied(read: SelfEvaluation): SelfEvaluation {
    const known = this.#lastApplied;
    if (known?.read === read && known.book === this.#book && known.size === this.#book.size) return known.decided;
    const decided = this.#book.apply(read);
    this.#lastApplied = { read, book: this.#book, size: this.#book.size, decided };
    return decided;
  }
  #lastApplied: {
    readonly read: SelfEvaluation;
    readonly book: DecisionBook;
    readonly size: number;
    readonly decided: SelfEvaluation;
  } | null = null;

  /** Writes the folder's records and tables anew, with what was decided. */
  async write(others: readonly string[] = []): Promise<void> {
    const { unwritten } = this;
    await writeResults(this.folder, others, this.#book, this.#index.manifest);
    this.#unwritten -= unwritten; // what was decided meanwhile may not be in them
    await this.reload();
  }
}
