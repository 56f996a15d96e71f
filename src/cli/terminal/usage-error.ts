import type { CommanderError } from 'commander';
import type { Messages } from '../messages/language.js';

/** Wrong use: ends the command with exit code 2 and a message in the user's language. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What commander found wrong, in the user's language, with its suggestion. Null where help or the version said all. */
export function describeUsage(error: CommanderError, { usage }: Messages): string | null {
  if (error.exitCode === 0 || error.code === 'commander.help') return null;
  const [first = '', second = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const suggestion = /\(Did you mean (?:one of )?(.*)\?\)/.exec(error.message)?.[1];
  const lines = [describe(error, first, second, usage)];
  if (suggestion !== undefined) lines.push(usage.suggestion(suggestion));
  return lines.join('\n');
}

function describe({ code, message }: CommanderError, first: string, second: string, usage: Messages['usage']): string {
  switch (code) {
    case 'commander.unknownOption':
      return usage.unknownOption(first);
    case 'commander.unknownCommand':
      return usage.unknownCommand(first);
    case 'commander.missingArgument':
      return usage.missingArgument;
    case 'commander.optionMissingArgument':
      return usage.optionWantsValue(first);
    case 'commander.missingMandatoryOptionValue':
      return usage.optionMissing(first);
    case 'commander.invalidArgument':
      return usage.badValue(first, second, /Allowed choices are (.*)\./.exec(message)?.[1] ?? '');
    case 'commander.excessArguments':
      return usage.tooManyArguments;
    default:
      return usage.other(message.replace(/^error: /, ''));
  }
}
