import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { openFolderOutput } from '../../emit/folder-output.js';
import { type Output, OutputFormat, OutputOptions } from '../../emit/output.js';
import { openStreamOutput } from '../../emit/stream-output.js';
import { listInputs } from '../../run/inputs.js';
import { run } from '../../run/run.js';
import { openTemporaryWorkFolder, openWorkFolder } from '../../run/work-folder.js';
import { Limits } from '../../schema/limits.js';
import { exitCodeOf, type ExitCode } from '../exit-code.js';
import { onInterrupts } from '../interrupts.js';
import type { Language } from '../language.js';
import { limitOption } from '../limit-option.js';
import { openProgressLine } from '../progress-line.js';
import { failuresOf, summaryOf } from '../summary.js';
import { say, type Session } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

const STDOUT = '-';
const FOLDER = 'output';
const DEFAULTS = OutputOptions.parse({});

interface ExtractOptions {
  readonly output: string;
  readonly format: OutputFormat[];
  readonly csv: OutputOptions['csv'];
  readonly headers: OutputOptions['headers'];
  readonly perProject: boolean;
  readonly limit: Partial<Limits>;
  readonly password?: string;
  readonly jobs: number;
  readonly force: boolean;
  readonly quiet: boolean;
}

/** `zipingbiao extract <path>…`: adds the command; `ended` is told the exit code. */
export function addExtract(
  program: Command,
  session: Session,
  language: Language,
  ended: (code: ExitCode) => void,
): void {
  const { help } = session.messages;
  program
    .command('extract')
    .description(help.extract)
    .argument('<path...>', help.paths)
    .option('-o, --output <folder>', help.output, FOLDER)
    .addOption(
      new Option('-f, --format <list>', help.format)
        .default(DEFAULTS.formats, DEFAULTS.formats.join())
        .argParser(formats),
    )
    .addOption(
      new Option('--csv <way>', help.csv).choices(OutputOptions.shape.csv.unwrap().options).default(DEFAULTS.csv),
    )
    .addOption(
      new Option('--headers <words>', help.headers)
        .choices(OutputOptions.shape.headers.unwrap().options)
        .default(DEFAULTS.headers),
    )
    .option('--per-project', help.perProject, DEFAULTS.perProject)
    .addOption(limitOption(help.limit))
    .option('--password <text>', help.password)
    .addOption(
      new Option('-j, --jobs <number>', help.jobs).default(availableParallelism(), help.oneForEachCore).argParser(jobs),
    )
    .option('--force', help.force, false)
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
  const inputs = await listInputs(paths, folder);
  const work = await openWork(folder, options, session);
  const executor = session.openExecutor(options.jobs, limits);
  const line = openProgressLine(session, options.quiet);
  const interrupt = new AbortController();
  let stopListening = () => undefined as unknown;
  try {
    const output = openOutput(folder, options, limits, session);
    stopListening = onInterrupts({
      first() {
        interrupt.abort();
        line.clear();
        say(session, session.messages.interrupting);
      },
      second() {
        executor.kill();
        output.discard();
        work.abandon();
      },
    });
    const tally = await run(inputs, {
      executor,
      work,
      limits,
      password: options.password,
      output,
      stdin: session.stdin,
      signal: interrupt.signal,
      onProgress: (progress) => {
        line.update(progress);
      },
    });
    line.clear();
    if (!options.quiet) say(session, summaryOf(tally, folder, language, session));
    else if (tally.failed.size > 0) say(session, failuresOf(tally, language, session));
    return exitCodeOf(tally);
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

function openOutput(folder: string | null, options: ExtractOptions, limits: Limits, session: Session): Output {
  const { format, csv, headers, perProject } = options;
  if (folder !== null) {
    const chosen: OutputOptions = { formats: format, csv, headers, perProject };
    return openFolderOutput(folder, chosen, { version: session.version, options: { ...chosen, limits } });
  }
  return openStreamOutput(session.stdout, 'stdout');
}

function formats(list: string): OutputFormat[] {
  const names = OutputFormat.array()
    .min(1)
    .safeParse(list.split(',').map((name) => name.trim()));
  if (!names.success) throw new InvalidArgumentError(`Allowed choices are ${OutputFormat.options.join(', ')}.`);
  return [...new Set(names.data)];
}

function jobs(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('Allowed choices are 0, 1, 2, ….');
  return Number(text);
}
