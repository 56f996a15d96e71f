import type { DecisionBook } from '../decide/decision-book.js';
import type { Output } from '../emit/output/output.js';
import type { InputReport } from '../schema/manifest.js';
import { Giving } from './giving.js';
import type { Input } from './inputs.js';
import { type InputEnd, readInputs, type ReadOptions } from './read-inputs.js';
import { openSerial } from './serial.js';
import { emptyTally, type Tally } from './tally.js';
import { openTemporaryWorkFolder } from './work-folder.js';

export interface RunOptions extends Omit<ReadOptions, 'executor' | 'work' | 'onEnded'> {
  /** In this process unless another is given. The caller closes what it gives. */
  readonly executor?: ReadOptions['executor'];
  /** Where results are kept until they are whole, and for later runs; without one, nothing is kept. The caller closes what it gives. */
  readonly work?: ReadOptions['work'];
  readonly output: Output;
  /** What people decided on forms in a review: applied to what is read. */
  readonly decisions?: DecisionBook | undefined;
  /** Told after each input: must be quick. */
  readonly onProgress?: (progress: Progress) => void;
  /** Told what became of each input, in the order of the inputs, as it stands in the manifest. */
  readonly onReport?: (report: InputReport) => void;
}

/** How far a run is. Reused: inputs whose content was read before. */
export interface Progress {
  readonly inputs: number;
  readonly ended: number;
  readonly reused: number;
  readonly pages: number;
  readonly forms: number;
  readonly findings: number;
}

/**
 * Reads the inputs and gives their forms to the output in the order of the inputs; the output's results appear at the end. What goes
 * wrong with an input ends only that input. Throws an `OutputError` where results can't be written; nothing appears then, and
 * the work folder keeps what was read.
 */
export async function run(inputs: readonly Input[], options: RunOptions): Promise<Tally> {
  const executor = options.executor ?? openSerial();
  const work = options.work ?? (await openTemporaryWorkFolder());
  const tally = emptyTally();
  const ending = new AbortController();
  let progress: Progress = { inputs: inputs.length, ended: 0, reused: 0, pages: 0, forms: 0, findings: 0 };
  const onEnded = ({ counts, isReused }: InputEnd) => {
    progress = {
      ...progress,
      ended: progress.ended + 1,
      reused: progress.reused + (isReused ? 1 : 0),
      pages: progress.pages + counts.pages,
      forms: progress.forms + counts.forms,
      findings: progress.findings + counts.findings,
    };
    options.onProgress?.(progress);
  };
  try {
    const signal = AbortSignal.any([ending.signal, ...(options.signal === undefined ? [] : [options.signal])]);
    const giving = new Giving({ ...options, work, tally });
    const ends = readInputs(inputs, { ...options, executor, work, signal, onEnded });
    for (const [index, input] of inputs.entries()) {
      const end = await ends[index];
      if (end !== undefined) await giving.give(input, end);
    }
    await giving.end();
    tally.interrupted = options.signal?.aborted ?? false;
    await work.journal.settled();
    await options.output.finish({ complete: !tally.interrupted });
    if (!tally.interrupted) await work.keepOnly(giving.lasting);
  } catch (error) {
    ending.abort(); // nothing more is begun
    executor.kill();
    options.output.discard();
    throw error;
  } finally {
    if (options.work === undefined) await work.close();
  }
  return tally;
}
