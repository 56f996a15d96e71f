import { CommanderError } from 'commander';
import { OutputError } from '../emit/files/output-error.js';
import { NoSuchPath } from '../run/inputs.js';
import { FolderInUse } from '../run/lock.js';
import { NoResults } from '../run/result-folder.js';
import { Failure } from '../schema/failure.js';
import type { Language, Messages } from './messages/language.js';
import { EXIT, type ExitCode } from './terminal/exit-code.js';
import { NothingCameOut } from './terminal/nothing-came-out.js';
import { describeUsage, UsageError } from './terminal/usage-error.js';

/** True where whoever read the output, such as head, has enough. */
export const isReaderGone = (error: unknown): boolean => error instanceof OutputError && error.code === 'EPIPE';

/** The exit code of a call that ended with an error. */
export function exitCodeOfError(error: unknown): ExitCode {
  if (error instanceof Failure) return error.code === 'no-such-path' ? EXIT.wrongUse : EXIT.nothing;
  if (error instanceof NothingCameOut) return EXIT.nothing;
  const isWrongUse = [CommanderError, UsageError, OutputError, NoSuchPath, FolderInUse, NoResults].some(
    (kind) => error instanceof kind,
  );
  return isWrongUse ? EXIT.wrongUse : EXIT.someFailed;
}

/** What went wrong, for the user; null where nothing did. */
export function describeError(error: unknown, language: Language, messages: Messages): string | null {
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
