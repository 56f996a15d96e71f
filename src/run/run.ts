import { setImmediate } from 'node:timers/promises';
import type { Output } from '../emit/output.js';
import { OutputError } from '../emit/output-error.js';
import type { Limits } from '../schema/limits.js';
import type { InputReport } from '../schema/manifest.js';
import type { Input } from './inputs.js';
import type { DigitizedDocument, OpenForms } from './open-forms.js';
import { afterForms, interrupted, noForm, type Reason, reasonOf, sameContent, setAsideOnly } from './reasons.js';
import { sourceOf, STDIN_NAME } from './source.js';
import { emptyTally, type Tally, tallyForm, tallyInput } from './tally.js';

/** Signals and the terminal get a turn after so much work, also while a document comes from memory. */
const TURN_MILLISECONDS = 50;

export interface RunOptions {
  readonly open: OpenForms;
  readonly limits: Limits;
  /** Tried on PDFs that are protected; never written anywhere. */
  readonly password?: string | undefined;
  readonly output: Output;
  /** Where `-` is read from. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Aborted: the current form is finished, what was done appears, and the other inputs are skipped as `interrupted`. */
  readonly signal?: AbortSignal;
  /** Told after each form and each input, in this process's time: must be quick. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly inputs: number;
  readonly ended: number;
  readonly forms: number;
}

/**
 * Reads the inputs one after the other and gives their forms to the output, whose results appear at the end. What goes wrong with
 * an input ends only that input. Throws an `OutputError` where the results can't be written; nothing appears then.
 */
export async function run(inputs: readonly Input[], options: RunOptions): Promise<Tally> {
  const state: State = { tally: emptyTally(), contents: new Map(), ended: 0, inputs: inputs.length, turn: Date.now() };
  try {
    for (const input of inputs) {
      const { report, reason } = await runInput(input, options, state);
      tallyInput(state.tally, report, reason?.messageZh ?? null);
      await options.output.report(report);
      state.ended += 1;
      await progress(state, options);
    }
    state.tally.interrupted = options.signal?.aborted ?? false;
    await options.output.finish({ complete: !state.tally.interrupted });
  } catch (error) {
    options.output.discard();
    throw error;
  }
  return state.tally;
}

interface State {
  readonly tally: Tally;
  /** The first path of each content, by SHA-256: ids come from the content, so the same content may be read only once. */
  readonly contents: Map<string, string>;
  readonly inputs: number;
  ended: number;
  turn: number;
}

async function runInput(input: Input, options: RunOptions, state: State) {
  const start = performance.now();
  const path = input.path === '-' ? STDIN_NAME : input.path;
  const read: Read = { document: null, forms: 0, setAside: [] };
  const ending = await readInput(input, path, options, state, read).catch((error: unknown): Ending => {
    if (error instanceof OutputError) throw error;
    const reason = reasonOf(path, error);
    return { status: isNoDocument(input, reason) ? 'skipped' : 'failed', reason: afterForms(reason, read.forms) };
  });
  const report: InputReport = {
    path,
    sha256: read.document?.sha256 ?? null,
    status: ending.status,
    reason: ending.reason === null ? null : { code: ending.reason.code, message: ending.reason.message },
    kind: read.document?.kind ?? null,
    pages: read.document?.pages ?? null,
    forms: read.forms,
    setAside: read.setAside,
    findings: [...(read.document?.findings ?? [])],
    milliseconds: Math.round(performance.now() - start),
  };
  return { report, reason: ending.reason };
}

interface Read {
  document: DigitizedDocument | null;
  forms: number;
  readonly setAside: InputReport['setAside'];
}

interface Ending {
  readonly status: InputReport['status'];
  readonly reason: Reason | null;
}

async function readInput(input: Input, path: string, options: RunOptions, state: State, read: Read): Promise<Ending> {
  if (options.signal?.aborted) return { status: 'skipped', reason: interrupted(path) };
  const { open, limits, output, password } = options;
  const document = await open({ ...(await sourceOf(input, limits, options.stdin)), password }, { limits });
  read.document = document;
  const first = state.contents.get(document.sha256);
  if (first !== undefined) return { status: 'skipped', reason: sameContent(path, first) };
  state.contents.set(document.sha256, path);
  for await (const event of document.events()) {
    if (event.type === 'setAside') {
      read.setAside.push(event.setAside);
      continue;
    }
    await output.write(event.record);
    read.forms += 1;
    tallyForm(state.tally, event.record);
    await progress(state, options);
    if (options.signal?.aborted) return { status: 'failed', reason: afterForms(interrupted(path), read.forms) };
  }
  if (read.forms > 0) return { status: 'done', reason: null };
  return { status: 'skipped', reason: read.setAside.length > 0 ? setAsideOnly(path) : noForm(path) };
}

/** Nothing that was to be read: it holds no form, or it lay in a folder and is of no kind that holds any. */
function isNoDocument(input: Input, { code }: Reason): boolean {
  return code === 'no-form' || (code === 'not-text' && !input.named);
}

async function progress(state: State, { onProgress }: RunOptions): Promise<void> {
  onProgress?.({ inputs: state.inputs, ended: state.ended, forms: state.tally.forms });
  if (Date.now() - state.turn < TURN_MILLISECONDS) return;
  await setImmediate();
  state.turn = Date.now();
}
