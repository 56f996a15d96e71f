import { type Command, InvalidArgumentError, Option } from 'commander';
import { FORMAT_NAMES, FORMATS } from '../../emit/output/formats.js';
import { OutputFormat, OutputOptions } from '../../emit/output/output.js';
import type { Session } from '../terminal/surroundings.js';

const FOLDER = 'output';
const DEFAULTS = OutputOptions.parse({});

/** What the user chose of the options that {@link addOutputOptions} adds. */
export interface OutputArguments {
  readonly output: string;
  readonly format: OutputFormat[];
  readonly csv: OutputOptions['csv'];
  readonly headers?: OutputOptions['headers'];
  readonly perProject: boolean;
}

/** Adds the options that say where results go and in which formats. */
export function addOutputOptions(command: Command, { messages }: Session): Command {
  const { help } = messages;
  return command
    .option('-o, --output <folder>', help.output, FOLDER)
    .addOption(
      new Option('-f, --format <list>', `${help.format}: ${described(messages.inLanguage)}`)
        .default(DEFAULTS.formats, DEFAULTS.formats.join())
        .argParser(formats),
    )
    .addOption(
      new Option('--csv <way>', help.csv).choices(OutputOptions.shape.csv.unwrap().options).default(DEFAULTS.csv),
    )
    .addOption(new Option('--headers <words>', help.headers).choices(OutputOptions.shape.headers.unwrap().options))
    .option('--per-project', help.perProject, DEFAULTS.perProject);
}

export function chosenOutput({ format, csv, headers, perProject }: OutputArguments): OutputOptions {
  return { formats: format, csv, headers, perProject };
}

/** Each format's name with what it writes. */
function described(inLanguage: Session['messages']['inLanguage']): string {
  return FORMAT_NAMES.map((name) => `${name} (${inLanguage(FORMATS[name].words)})`).join(', ');
}

function formats(list: string): OutputFormat[] {
  const names = OutputFormat.array()
    .min(1)
    .safeParse(list.split(',').map((name) => name.trim()));
  if (!names.success) throw new InvalidArgumentError(`Allowed choices are ${OutputFormat.options.join(', ')}.`);
  return [...new Set(names.data)];
}
