import { CommanderError } from 'commander';
import { OutputError } from '../emit/files/output-error.js';
import { NoSuchPath } from '../run/inputs.js';
import { FolderInUse } from '../run/lock.js';
import { NoResults } from '../run/result-folder.js';
import { Failure } from '../schema/failure.js';
import { EXIT, type ExitCode } from './terminal/exit-code.js';
import { logJson } from './terminal/json-log.js';
import { type Language, languageOf, MESSAGES, type Messages } from './messages/language.js';
import { NothingCameOut } from './terminal/nothing-came-out.js';
import { buildProgram } from './program.js';
import { openSession, say, type Surroundings } from './terminal/surroundings.js';
import { describeUsage, UsageError } from './terminal/usage-error.js';

/** Runs the command line with the arguments after the program's name; gives the exit code. Never throws. */
export async function cli(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const language = languageOf(argv, surroundings.env);
  const session = openSession(surroundings, MESSAGES[language]);
  let code: ExitCode = EXIT.ok;
  try {
    const program = buildProgram(session, language, (ended) => {
      code = ended;
    });
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof OutputError && error.code === 'EPIPE') return EXIT.ok; // the reader, such as head, has enough
    const message = describe(error, language, session.messages);
    if (message === null) return error instanceof CommanderError && error.exitCode !== 0 ? EXIT.wrongUse : EXIT.ok;
    const exitCode = exitCodeOf(error);
    if (argv.includes('--json-log')) logJson(session, 'error', { exitCode, message });
    else say(session, `${session.colours.red(session.messages.usage.error)}${message}`);
    return exitCode;
  }
}

function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof Failure) return error.code === 'no-such-path' ? EXIT.wrongUse : EXIT.nothing;
  if (error instanceof NothingCameOut) return EXIT.nothing;
  const isWrongUse = [CommanderError, UsageError, OutputError, NoSuchPath, FolderInUse, NoResults].some(
    (kind) => error instanceof kind,
  );
  return isWrongUse ? EXIT.wrongUse : EXIT.someFailed;
}

/** What went wrong, for the user; null where nothing did. */
function describe(error: unknown, language: Language, messages: Messages): string | null {
  const { usage } = messages;
  if (error instanceof CommanderError) {
    const message = describeUsage(error, messages);
    return message === null ? null : `${message}\n${usage.seeHelp}`;
  }
  if (error instanceof UsageError) return `${error.message}\n${usage.seeHelp}`;
  if (error instanceof Failure) return language === 'zh' ? error.messageZh : error.message;
  if (error instanceof NothingCameOut) return error.message;
  if (error instanceof NoSuchPath) return usage.noSuchPath(error.paths);
  if (error instanceof NoResults) return usage.noResults(error.folder, error.what);
  if (error instanceof FolderInUse) return usage.folderInUse(error.folder, error.pid, error.host);
  if (error instanceof OutputError) return usage.cannotWrite(error.place, error.code);
  return usage.defect(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
