import { Command, type Help, Option } from 'commander';
import type { AddCommand, Call } from './commands/add-command.js';
import { LANGUAGES, type Messages } from './messages/language.js';

/** The commands in the order of the help, each loaded when it is asked for. */
const COMMANDS: ReadonlyMap<string, () => Promise<AddCommand>> = new Map([
  ['extract', async () => (await import('./commands/extract.js')).addExtract],
  ['merge', async () => (await import('./commands/merge.js')).addMerge],
  ['report', async () => (await import('./commands/report.js')).addReport],
  ['review', async () => (await import('./commands/review.js')).addReview],
  ['sheets', async () => (await import('./commands/sheets.js')).addSheets],
  ['draw', async () => (await import('./commands/draw.js')).addDraw],
  ['schema', async () => (await import('./commands/schema.js')).addSchema],
]);

/** The commands that the arguments can mean: the one that is named, none for the version, else all, for help and suggestions. */
function commandsOf(argv: readonly string[]): Iterable<() => Promise<AddCommand>> {
  const at = argv.findIndex((argument, index) => !argument.startsWith('-') && argv[index - 1] !== '--lang');
  const before = argv.slice(0, at === -1 ? argv.length : at);
  if (before.some((option) => option === '-h' || option === '--help')) return COMMANDS.values();
  if (before.some((option) => option === '-V' || option === '--version')) return [];
  const named = COMMANDS.get(argv[at] ?? '');
  return named === undefined ? COMMANDS.values() : [named];
}

/** The command line's grammar. Throws `CommanderError` instead of ending the process. */
export async function buildProgram(argv: readonly string[], call: Call): Promise<Command> {
  const { messages, stdout, stderr, version } = call.session;
  const { help } = messages;
  const program = new Command('zipingbiao')
    .description(help.program)
    .version(version, '-V, --version', help.version)
    .addOption(new Option('--lang <language>', help.lang).choices(LANGUAGES))
    .option('-q, --quiet', help.quiet, false)
    .helpOption('-h, --help', help.showHelp)
    .helpCommand('help [command]', help.helpCommand)
    .addHelpText('after', `\n${help.examples}`)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: () => undefined, // said by the caller, in the user's language
    })
    .configureHelp({ showGlobalOptions: true, ...wording(messages) });
  for (const load of commandsOf(argv)) (await load())(program, call);
  for (const command of program.commands) command.helpOption('-h, --help', help.showHelp);
  return program;
}

/** Commander's own words in help, in the user's language. */
function wording({ help }: Messages): Partial<Help> {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': help.usage,
    'Arguments:': help.arguments,
    'Options:': help.options,
    'Global Options:': help.globalOptions,
    'Commands:': help.commands,
  };
  return {
    styleTitle: (title) => titles[title] ?? title,
    optionDescription(option) {
      const extra = [
        ...(option.argChoices === undefined ? [] : [`${help.choices}${option.argChoices.join(', ')}`]),
        ...defaultOf(option, help.default),
      ];
      return extra.length === 0 ? option.description : `${option.description} (${extra.join('; ')})`;
    },
  };
}

function defaultOf(option: Option, word: string): string[] {
  const value: unknown = option.defaultValueDescription ?? option.defaultValue;
  return typeof value === 'string' && value !== '' ? [`${word}${value}`] : [];
}
