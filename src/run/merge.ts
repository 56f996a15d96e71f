import { DecisionBook } from '../decide/decision-book.js';
import type { Output } from '../emit/output/output.js';
import type { InputReport } from '../schema/manifest.js';
import { comparePaths } from './inputs.js';
import { reportOfNothing, sameContent } from './reasons.js';
import { type ReadInput, readResultFolder } from './result-folder.js';
import { emptyTally, type Tally, tallyForm, tallyInput } from './tally.js';

/**
 * Puts the results of several runs together, as one run over all their inputs would have given them: the inputs in the order of their
 * paths, each content once, with what people decided on them. Throws `NoResults` for a folder that holds no results, `OutputError` where they can't be written.
 */
export async function mergeResults(
  folders: readonly string[],
  output: Output,
  decisions = new DecisionBook(),
): Promise<Tally> {
  const tally = emptyTally();
  const contents = new Map<string, string>();
  try {
    for await (const { report, forms } of inPathOrder(folders.map(readResultFolder))) {
      const merged = withoutRepeat(report, contents);
      for await (const form of forms) {
        if (merged !== report) continue;
        const decided = decisions.apply(form);
        await output.write(decided);
        tallyForm(tally, decided);
      }
      tallyInput(tally, merged);
      await output.report(merged);
    }
    await output.finish({ complete: true });
  } catch (error) {
    output.discard();
    throw error;
  }
  return tally;
}

/** Reasons that say nothing about the content. */
const OF_THE_PATH: readonly string[] = ['no-such-path', 'unreadable', 'changed-while-read', 'interrupted'];

/** The report itself; or one that says that the same content stood at an earlier path. */
function withoutRepeat(report: InputReport, contents: Map<string, string>): InputReport {
  const { path, sha256, milliseconds, reason } = report;
  if (sha256 === null || OF_THE_PATH.includes(reason?.code ?? '')) return report;
  const first = contents.get(sha256);
  if (first !== undefined) {
    return { ...reportOfNothing(path, sha256, milliseconds), status: 'skipped', reason: sameContent(path, first) };
  }
  contents.set(sha256, path);
  return report;
}

/** Takes from several sequences, each in the order of its paths, always the one whose path comes first. */
async function* inPathOrder(sequences: readonly AsyncGenerator<ReadInput>[]): AsyncGenerator<ReadInput> {
  const waiting: { readonly input: ReadInput; readonly from: AsyncGenerator<ReadInput> }[] = [];
  const draw = async (from: AsyncGenerator<ReadInput>) => {
    const next = await from.next();
    if (next.done !== true) waiting.push({ input: next.value, from });
  };
  for (const from of sequences) await draw(from);
  for (;;) {
    waiting.sort((a, b) => comparePaths(a.input.report.path, b.input.report.path));
    const first = waiting.shift();
    if (first === undefined) return;
    yield first.input;
    await draw(first.from);
  }
}
