import { type Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_READING, OcrMode, ReadingOptions } from '../../schema/reading-options.js';
import type { Session } from '../terminal/surroundings.js';

/** Adds the options that say how pictures are read. */
export function addReadingOptions(command: Command, { messages: { help } }: Session): Command {
  return command
    .addOption(new Option('--ocr <way>', help.ocr).choices(OcrMode.options).default(DEFAULT_READING.ocr))
    .addOption(
      new Option('--dpi <number>', help.dpi)
        .default(DEFAULT_READING.dpi)
        .argParser((text: string) => dpi(text, help.dpiForm)),
    );
}

function dpi(text: string, form: string): number | null {
  const value = ReadingOptions.shape.dpi.safeParse(Number(text));
  if (!value.success) throw new InvalidArgumentError(`Allowed choices are ${form}.`);
  return value.data;
}
