import { availableParallelism, userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { openReviewServer } from '../../review/server/server.js';
import { Limits } from '../../schema/limits.js';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import { onInterrupts } from '../terminal/interrupts.js';
import { openBrowser } from '../terminal/open-browser.js';
import { say, type Session } from '../terminal/surroundings.js';
import type { Call } from './add-command.js';

const FOLDER = 'output';
const LARGEST_PORT = 65_535;

interface ReviewOptions {
  readonly port: number;
  readonly open: boolean;
  readonly by?: string;
  readonly password?: string;
  readonly quiet: boolean;
}

/** `zipingbiao review [folder]`: adds the command; `ended` is told the exit code. */
export function addReview(program: Command, { session, ended }: Call): void {
  const { help } = session.messages;
  program
    .command('review')
    .description(help.review)
    .argument('[folder]', help.reviewFolder, FOLDER)
    .addOption(new Option('--port <number>', help.port).default(0, help.anyPort).argParser(port))
    .option('--no-open', help.noOpen)
    .option('--by <name>', help.by)
    .option('--password <text>', help.password)
    .action(async (folder: string, _: unknown, command: Command) => {
      ended(await review(folder, command.optsWithGlobals<ReviewOptions>(), session));
    });
}

async function review(folder: string, options: ReviewOptions, session: Session): Promise<ExitCode> {
  const { messages, stdout } = session;
  const executor = await session.openExecutor(availableParallelism(), Limits.parse({}));
  try {
    const server = await openReviewServer({
      folder,
      by: options.by ?? userName(),
      version: session.version,
      port: options.port,
      executor,
      password: options.password,
    });
    stdout.write(`${server.address}\n`);
    if (!options.quiet) say(session, messages.review.serving(folder));
    if (options.open) openBrowser(server.address);
    await interrupted();
    const { unwritten } = server.review;
    await server.close();
    if (!options.quiet && unwritten > 0) say(session, messages.review.written(unwritten, folder));
    return EXIT.ok;
  } finally {
    await executor.close();
  }
}

/** Resolves when the user ends the program. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    const stop = onInterrupts({
      first() {
        stop();
        resolve();
      },
      second: () => undefined,
    });
  });
}

/** The name under which somebody works on this machine; blank where the system has none. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

function port(text: string): number {
  const value = Number(text);
  if (!/^\d{1,5}$/.test(text) || value > LARGEST_PORT)
    throw new InvalidArgumentError('Allowed choices are 0, 1, 2, …, 65535.');
  return value;
}
