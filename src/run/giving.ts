import { setImmediate } from 'node:timers/promises';
import type { Output } from '../emit/output.js';
import type { InputReport } from '../schema/manifest.js';
import type { Input } from './inputs.js';
import type { InputEnd } from './read-inputs.js';
import { afterForms, noForm, type Reason, sameContent, setAsideOnly } from './reasons.js';
import { readResult, type ResultEnd } from './result-file.js';
import { nameOf } from './source.js';
import { type Tally, tallyForm, tallyInput } from './tally.js';
import { THIS_DOCUMENT } from './task.js';
import type { WorkFolder } from './work-folder.js';

export interface GivingOptions {
  readonly work: WorkFolder;
  readonly output: Output;
  readonly tally: Tally;
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
  #turn = Date.now();

  constructor(private readonly options: GivingOptions) {}

  /** Throws an `OutputError`. */
  async give(input: Input, end: InputEnd): Promise<void> {
    const { report, reason } = await this.#give(nameOf(input), input.named, end);
    tallyInput(this.options.tally, report, reason?.messageZh ?? null);
    await this.options.output.report(report);
    this.options.onReport?.(report);
    if (Date.now() - this.#turn < TURN_MILLISECONDS) return;
    await setImmediate();
    this.#turn = Date.now();
  }

  async #give(path: string, isNamed: boolean, end: InputEnd): Promise<{ report: InputReport; reason: Reason | null }> {
    const { sha256, result, milliseconds } = end;
    const nothing = { path, sha256, kind: null, pages: null, forms: 0, setAside: [], findings: [], milliseconds };
    const ended = (status: InputReport['status'], reason: Reason | null, read: Partial<InputReport> = {}) => {
      const brief = reason === null ? null : { code: reason.code, message: reason.message };
      return { report: { ...nothing, ...read, status, reason: brief }, reason };
    };
    if (result === null || sha256 === null) {
      const reason = end.reason === null ? null : named(end.reason, path);
      return ended(reason?.code === 'interrupted' ? 'skipped' : 'failed', reason);
    }
    const first = this.#contents.get(sha256);
    if (first !== undefined) return ended('skipped', sameContent(path, first));
    this.#contents.set(sha256, path);
    const { forms, setAside, resultEnd } = await this.#giveForms(path, result);
    const { kind, pages, findings } = resultEnd;
    const read = { kind, pages, findings, forms, setAside, milliseconds: resultEnd.milliseconds };
    if (resultEnd.reason !== null) {
      const reason = afterForms(named(resultEnd.reason, path), forms);
      return ended(isNoDocument(isNamed, reason) ? 'skipped' : 'failed', reason, read);
    }
    this.lasting.add(result);
    if (forms > 0) return ended('done', null, read);
    return ended('skipped', setAside.length > 0 ? setAsideOnly(path) : noForm(path), read);
  }

  async #giveForms(file: string, result: string) {
    const setAside: InputReport['setAside'] = [];
    let forms = 0;
    let resultEnd: Omit<ResultEnd, 'type'> = NOT_ENDED; // the last line replaces it
    for await (const line of readResult(this.options.work.resultPath(result))) {
      if (line.type === 'end') resultEnd = line;
      else if (line.type === 'setAside') setAside.push(line.setAside);
      else {
        const record = { ...line.record, source: { ...line.record.source, file } };
        await this.options.output.write(record);
        tallyForm(this.options.tally, record);
        forms += 1;
      }
    }
    return { forms, setAside, resultEnd };
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
