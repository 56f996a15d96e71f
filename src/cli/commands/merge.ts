import { resolve } from 'node:path';
import type { Command } from 'commander';
import { openFolderOutput } from '../../emit/output/folder-output.js';
import { DecisionBook } from '../../decide/decision-book.js';
import { appendDecisions } from '../../decide/decision-file.js';
import { mergeResults } from '../../run/merge.js';
import { exitCodeOf, type ExitCode } from '../terminal/exit-code.js';
import type { Language } from '../messages/language.js';
import { decisionsOf } from '../options/decisions-of.js';
import { addOutputOptions, chosenOutput, type OutputArguments } from '../options/output-options.js';
import type { Session } from '../terminal/surroundings.js';
import { openTextTalk } from '../terminal/text-talk.js';
import { UsageError } from '../terminal/usage-error.js';
import type { Call } from './add-command.js';

interface MergeOptions extends OutputArguments {
  readonly quiet: boolean;
}

/** `zipingbiao merge <folder>…`: adds the command; `ended` is told the exit code. */
export function addMerge(program: Command, { session, language, ended }: Call): void {
  const { help } = session.messages;
  addOutputOptions(program.command('merge').description(help.merge), session)
    .argument('<folder...>', help.resultFolders)
    .action(async (folders: string[], _: unknown, command: Command) => {
      ended(await merge(folders, command.optsWithGlobals<MergeOptions>(), language, session));
    });
}

async function merge(
  folders: readonly string[],
  options: MergeOptions,
  language: Language,
  session: Session,
): Promise<ExitCode> {
  const { output: folder, quiet } = options;
  if (folders.some((each) => resolve(each) === resolve(folder))) {
    throw new UsageError(session.messages.usage.outputIsInput(folder));
  }
  const chosen = chosenOutput(options);
  const output = openFolderOutput(folder, chosen, {
    version: session.version,
    options: { ...chosen, merged: folders },
  });
  const decisions = await decisionsOf([folder, ...folders], session);
  const tally = await mergeResults(folders, output, new DecisionBook(decisions.all));
  appendDecisions(folder, decisions.notInFirst);
  const code = exitCodeOf(tally);
  openTextTalk(session, { language, quiet, folder }).end(tally, code);
  return code;
}
