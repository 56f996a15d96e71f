import { CommanderError } from 'commander';
import { languageOf, MESSAGES } from './messages/language.js';
import { buildProgram } from './program.js';
import { EXIT, type ExitCode } from './terminal/exit-code.js';
import { logJson } from './terminal/json-log.js';
import { openSession, say, type Surroundings } from './terminal/surroundings.js';

/** Runs the command line with the arguments after the program's name; gives the exit code. Never throws. */
export async function cli(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const language = languageOf(argv, surroundings.env);
  const session = openSession(surroundings, MESSAGES[language]);
  let code: ExitCode = EXIT.ok;
  try {
    const program = await buildProgram(argv, {
      session,
      language,
      ended(given) {
        code = given;
      },
    });
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok; // help or version was shown
    // Errors of all stages are told apart there: only who meets one loads them.
    const { describeError, exitCodeOfError, isReaderGone } = await import('./describe-error.js');
    if (isReaderGone(error)) return EXIT.ok;
    const message = describeError(error, language, session.messages);
    const exitCode = exitCodeOfError(error);
    if (message === null) return exitCode;
    if (argv.includes('--json-log')) logJson(session, 'error', { exitCode, message });
    else say(session, `${session.colours.red(session.messages.usage.error)}${message}`);
    return exitCode;
  }
}
