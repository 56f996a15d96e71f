import { Command, type Help, Option } from 'commander';
import { addDraw } from './commands/draw.js';
import { addExtract } from './commands/extract.js';
import { addMerge } from './commands/merge.js';
import { addReport } from './commands/report.js';
import { addReview } from './commands/review.js';
import { addSchema } from './commands/schema.js';
import { addSheets } from './commands/sheets.js';
import { EXIT, type ExitCode } from './terminal/exit-code.js';
import { type Language, LANGUAGES, type Messages } from './messages/language.js';
import type { Session } from './terminal/surroundings.js';

/** The command line's grammar. Throws `CommanderError` instead of ending the process; `ended` is told the exit code. */
export function buildProgram(session: Session, language: Language, ended: (code: ExitCode) => void): Command {
  const { messages, stdout, stderr, version } = session;
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
  addExtract(program, session, language, ended);
  addMerge(program, session, language, ended);
  addReport(program, session);
  addReview(program, session, ended);
  addSheets(program, session, language, ended);
  addDraw(program, session, ended);
  addSchema(program, session);
  for (const command of program.commands) command.helpOption('-h, --help', help.showHelp);
  program.hook('postAction', (_, action) => {
    if (['schema', 'report'].includes(action.name())) ended(EXIT.ok);
  });
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
