import { linkRelated } from '../check/related/link-related.js';
import { ProjectIndex } from '../check/related/project-index.js';
import { DecisionBook } from '../decide/decision-book.js';
import type { Output } from '../emit/output/output.js';
import type { RelatedForm } from '../schema/related/related-form.js';
import type { InputReport } from '../schema/manifest.js';
import { comparePaths } from './inputs.js';
import { reportOfNothing, sameContent } from './reasons.js';
import { readRelatedForms, type ReadInput, readResultFolder } from './result-folder.js';
import { emptyTally, type Tally, tallyForm, tallyInput, tallyRelated } from './tally.js';

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
  const projects = new ProjectIndex();
  const related = new Map<string, string>(); // of each id, the path of its source
  try {
    for await (const { report, forms } of inPathOrder(folders.map(readResultFolder))) {
      const merged = withoutRepeat(report, contents);
      for await (const form of forms) {
        if (merged !== report) continue;
        const decided = decisions.apply(form);
        await output.write(decided);
        projects.add(decided);
        tallyForm(tally, decided);
      }
      for (const { id } of merged.related) related.set(id, merged.path);
      tallyInput(tally, merged);
      await output.report(merged);
    }
    for (const form of await relatedForms(folders, related)) {
      const linked = linkRelated(form, projects);
      await output.writeRelated?.(linked);
      tallyRelated(tally, linked);
    }
    await output.finish({ complete: true });
  } catch (error) {
    output.discard();
    throw error;
  }
  return tally;
}

/** The related forms of the folders in the order of their inputs, each once. There are few of them. */
async function relatedForms(folders: readonly string[], wanted: ReadonlyMap<string, string>): Promise<RelatedForm[]> {
  const forms = new Map<string, RelatedForm>();
  for (const folder of folders)
    for await (const form of readRelatedForms(folder))
      if (wanted.get(form.id) === form.source.file) forms.set(form.id, form);
  return [...wanted.keys()].flatMap((id) => forms.get(id) ?? []);
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
