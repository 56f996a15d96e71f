import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { DecisionBook } from '../../decide/decision-book.js';
import { openFolderOutput } from '../../emit/output/folder-output.js';
import type { Output } from '../../emit/output/output.js';
import { openStreamOutput } from '../../emit/output/stream-output.js';
import { withArchivesOpened } from '../../run/archives.js';
import { listInputs } from '../../run/inputs.js';
import { run } from '../../run/run.js';
import { parseShard, type Shard, shardOf } from '../../run/shard.js';
import { openTemporaryWorkFolder, openWorkFolder } from '../../run/work-folder.js';
import { Limits } from '../../schema/limits.js';
import { ReadingOptions } from '../../schema/reading-options.js';
import { exitCodeOf, type ExitCode } from '../terminal/exit-code.js';
import { onInterrupts } from '../terminal/interrupts.js';
import type { Language } from '../messages/language.js';
import { limitOption } from '../options/limit-option.js';
import { openJsonLog } from '../terminal/json-log.js';
import { decisionsOf } from '../options/decisions-of.js';
import { addOutputOptions, chosenOutput, type OutputArguments } from '../options/output-options.js';
import { addReadingOptions } from '../options/reading-options.js';
import { openTextTalk } from '../terminal/text-talk.js';
import type { Session } from '../terminal/surroundings.js';
import { UsageError } from '../terminal/usage-error.js';
import type { Call } from './add-command.js';

const STDOUT = '-';

interface ExtractOptions extends OutputArguments, ReadingOptions {
  readonly limit: Partial<Limits>;
  readonly password?: string;
  readonly jobs: number;
  readonly force: boolean;
  readonly jsonLog: boolean;
  readonly shard?: Shard;
  readonly quiet: boolean;
}

/** `zipingbiao extract <path>…`: adds the command; `ended` is told the exit code. */
export function addExtract(program: Command, { session, language, ended }: Call): void {
  const { help } = session.messages;
  const command = program.command('extract').description(help.extract);
  addReadingOptions(addOutputOptions(command, session), session)
    .argument('<path...>', help.paths)
    .addOption(limitOption(help.limit))
    .option('--password <text>', help.password)
    .addOption(
      new Option('-j, --jobs <number>', help.jobs).default(availableParallelism(), help.oneForEachCore).argParser(jobs),
    )
    .option('--force', help.force, false)
    .addOption(new Option('--shard <i/n>', help.shard).argParser((text) => shard(text, help.shardForm)))
    .option('--json-log', help.jsonLog, false)
    .action(async (paths: string[], _: unknown, command: Command) => {
      ended(await extract(paths, command.optsWithGlobals<ExtractOptions>(), language, session));
    });
}

async function extract(
  paths: readonly string[],
  options: ExtractOptions,
  language: Language,
  session: Session,
): Promise<ExitCode> {
  const folder = options.output === STDOUT ? null : options.output;
  const limits = Limits.parse(options.limit);
  const reading = ReadingOptions.parse(options);
  const inputs = shardOf(await withArchivesOpened(await listInputs(paths, folder), limits), options.shard);
  const work = await openWork(folder, options, session);
  const decided = folder === null ? undefined : await decisionsOf([folder], session, options);
  const executor = await session.openExecutor(options.jobs, limits);
  const talk = options.jsonLog ? openJsonLog(session) : openTextTalk(session, { ...options, language, folder });
  const interrupt = new AbortController();
  let stopListening = () => undefined as unknown;
  try {
    const output = openOutput(folder, options, { limits, ...reading }, session);
    stopListening = onInterrupts({
      first() {
        interrupt.abort();
        talk.interrupting();
      },
      second() {
        executor.kill();
        output.discard();
        work.abandon();
      },
    });
    talk.begin(inputs.length);
    const tally = await run(inputs, {
      executor,
      work,
      limits,
      reading,
      password: options.password,
      output,
      decisions: decided && new DecisionBook(decided.all),
      stdin: session.stdin,
      signal: interrupt.signal,
      onProgress: (progress) => {
        talk.progress(progress);
      },
      onReport: (report) => {
        talk.report(report);
      },
    });
    const code = exitCodeOf(tally);
    talk.end(tally, code);
    return code;
  } finally {
    stopListening();
    await executor.close();
    await work.close();
  }
}

async function openWork(folder: string | null, { format, perProject, force }: ExtractOptions, session: Session) {
  if (folder !== null) return openWorkFolder(folder, { version: session.version, fresh: force });
  if (format.join() !== 'jsonl' || perProject) throw new UsageError(session.messages.usage.streamWantsJsonl);
  return openTemporaryWorkFolder();
}

function openOutput(folder: string | null, options: ExtractOptions, read: object, session: Session): Output {
  if (folder === null) return openStreamOutput(session.stdout, 'stdout');
  const chosen = chosenOutput(options);
  return openFolderOutput(folder, chosen, { version: session.version, options: { ...chosen, ...read } });
}

function shard(text: string, form: string): Shard {
  const parsed = parseShard(text);
  if (parsed === null) throw new InvalidArgumentError(`Allowed choices are ${form}.`);
  return parsed;
}

function jobs(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('Allowed choices are 0, 1, 2, ….');
  return Number(text);
}
