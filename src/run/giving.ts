import { setImmediate } from 'node:timers/promises';
import { linkRelated } from '../check/related/link-related.js';
import { ProjectIndex } from '../check/related/project-index.js';
import type { DecisionBook } from '../decide/decision-book.js';
import type { Output } from '../emit/output/output.js';
import type { InputReport, Reason, RelatedEntry } from '../schema/manifest.js';
import type { RelatedForm } from '../schema/related/related-form.js';
import type { Input } from './inputs.js';
import type { InputEnd } from './read-inputs.js';
import { afterForms, noForm, reportOfNothing, sameContent, setAsideOnly } from './reasons.js';
import { readResult, type ResultEnd } from './result-file.js';
import { nameOf } from './source.js';
import { type Tally, tallyForm, tallyInput, tallyRelated } from './tally.js';
import { THIS_DOCUMENT } from './task.js';
import type { WorkFolder } from './work-folder.js';

export interface GivingOptions {
  readonly work: WorkFolder;
  readonly output: Output;
  readonly tally: Tally;
  /** What people decided on the forms of this folder. */
  readonly decisions?: DecisionBook | undefined;
  readonly onReport?: ((report: InputReport) => void) | undefined;
}

/** Signals and the terminal get a turn after so much work, also while many results are at hand. */
const TURN_MILLISECONDS = 50;

const NOT_ENDED = { kind: null, pages: null, findings: [], reason: null, milliseconds: 0 };

/** Gives the inputs' results to the output, one input after the other. */
export class Giving {
  /** The results that a later run may use: of what failed, something else may come next time. */
  readonly lasting = new Set<string>();
  /** The first path of each content, by SHA-256: ids come from the content, so the same content may be given only once. */
  readonly #contents = new Map<string, string>();
  readonly #projects = new ProjectIndex();
  readonly #related: RelatedForm[] = [];
  #turn = Date.now();

  constructor(private readonly options: GivingOptions) {}

  /** Throws an `OutputError`. */
  async give(input: Input, end: InputEnd): Promise<void> {
    const report = await this.#give(nameOf(input), input.named, end);
    tallyInput(this.options.tally, report);
    await this.options.output.report(report);
    this.options.onReport?.(report);
    if (Date.now() - this.#turn < TURN_MILLISECONDS) return;
    await setImmediate();
    this.#turn = Date.now();
  }

  /** Gives the related forms, each with the projects that it names. Throws an `OutputError`. */
  async end(): Promise<void> {
    for (const read of this.#related.splice(0)) {
      const record = linkRelated(read, this.#projects);
      await this.options.output.writeRelated?.(record);
      tallyRelated(this.options.tally, record);
    }
  }

  async #give(path: string, isNamed: boolean, end: InputEnd): Promise<InputReport> {
    const { sha256, result, milliseconds } = end;
    const nothing = reportOfNothing(path, sha256, milliseconds);
    if (result === null || sha256 === null) {
      const reason = end.reason === null ? null : named(end.reason, path);
      return { ...nothing, status: reason?.code === 'interrupted' ? 'skipped' : 'failed', reason };
    }
    const first = this.#contents.get(sha256);
    if (first !== undefined) return { ...nothing, status: 'skipped', reason: sameContent(path, first) };
    this.#contents.set(sha256, path);
    const { forms, related, setAside, resultEnd } = await this.#giveForms(path, result);
    const { kind, pages, findings, reason: failure } = resultEnd;
    const read = { ...nothing, kind, pages, findings, forms, related, setAside, milliseconds: resultEnd.milliseconds };
    if (failure !== null) {
      const reason = afterForms(named(failure, path), forms + related.length);
      return { ...read, status: isNoDocument(isNamed, reason) ? 'skipped' : 'failed', reason };
    }
    this.lasting.add(result);
    if (forms + related.length > 0) return { ...read, status: 'done', reason: null };
    return { ...read, status: 'skipped', reason: setAside.length > 0 ? setAsideOnly(path) : noForm(path) };
  }

  async #giveForms(file: string, result: string) {
    const related: InputReport['related'] = [];
    const setAside: InputReport['setAside'] = [];
    let forms = 0;
    let resultEnd: Omit<ResultEnd, 'type'> = NOT_ENDED; // the last line replaces it
    for await (const line of readResult(this.options.work.resultPath(result))) {
      if (line.type === 'end') resultEnd = line;
      else if (line.type === 'setAside') setAside.push(line.setAside);
      else if (line.type === 'related') related.push(this.#keepRelated(file, line.record));
      else {
        const read = { ...line.record, source: { ...line.record.source, file } };
        const record = this.options.decisions?.apply(read) ?? read;
        await this.options.output.write(record);
        tallyForm(this.options.tally, record);
        this.#projects.add(record);
        forms += 1;
      }
    }
    return { forms, related, setAside, resultEnd };
  }

  /** Keeps a related form until all projects are known. */
  #keepRelated(file: string, read: RelatedForm): RelatedEntry {
    const record = { ...read, source: { ...read.source, file } };
    this.#related.push(record);
    const { formKind: kind, id, title, source } = record;
    return { kind, id, title, pages: source.pages };
  }
}

/** The reason with the document's path where it stands for it. */
function named({ code, message, messageZh }: Reason, path: string): Reason {
  const withPath = (text: string) => text.replaceAll(THIS_DOCUMENT, () => path);
  return { code, message: withPath(message), messageZh: withPath(messageZh) };
}

/** Nothing that was to be read: it holds no form, or it lay in a folder and is of no kind that holds any. */
function isNoDocument(isNamed: boolean, { code }: Reason): boolean {
  return code === 'no-form' || (code === 'not-text' && !isNamed);
}
