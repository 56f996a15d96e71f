import { type Command, InvalidArgumentError, Option } from 'commander';
import { CsvOptions } from '../../emit/csv-options.js';
import { sheetsAs, SheetFormat } from '../../emit/sheet-format.js';
import { openWholeFile } from '../../emit/files/whole-file.js';
import { writeStream } from '../../emit/files/write-stream.js';
import { openDocument, type OpenDocument } from '../../extract/open.js';
import { STDIN } from '../../run/inputs.js';
import { sourceOf, STDIN_NAME } from '../../run/source.js';
import { Limits } from '../../schema/limits.js';
import { ReadingOptions } from '../../schema/reading-options.js';
import type { Sheet } from '../../schema/sheet.js';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Language } from '../messages/language.js';
import { limitOption } from '../options/limit-option.js';
import { assertNotTheInput } from '../terminal/not-the-input.js';
import { NothingCameOut } from '../terminal/nothing-came-out.js';
import { isInRanges, lastPageOf, type PageRange, pageRangesOf } from '../options/page-ranges.js';
import { addReadingOptions } from '../options/reading-options.js';
import { say, type Session } from '../terminal/surroundings.js';
import { UsageError } from '../terminal/usage-error.js';
import type { Call } from './add-command.js';

const STDOUT = '-';

interface SheetsOptions extends ReadingOptions {
  readonly format: SheetFormat;
  readonly pages?: readonly PageRange[];
  readonly output: string;
  readonly csv: CsvOptions['csv'];
  readonly limit: Partial<Limits>;
  readonly password?: string;
  readonly quiet: boolean;
}

/** `zipingbiao sheets <file>`: adds the command; `ended` is told the exit code. */
export function addSheets(program: Command, { session, language, ended }: Call): void {
  const { help } = session.messages;
  const command = program
    .command('sheets')
    .description(help.sheets)
    .argument('<file>', help.file)
    .addOption(new Option('-f, --format <format>', help.sheetFormat).choices(SheetFormat.options).default('json'))
    .addOption(
      new Option('--pages <list>', help.pages).argParser((list: string) => {
        const ranges = pageRangesOf(list);
        if (ranges === null) throw new InvalidArgumentError(`Allowed choices are ${help.pagesForm}.`);
        return ranges;
      }),
    )
    .option('-o, --output <file>', help.sheetsOutput, STDOUT)
    .addOption(
      new Option('--csv <way>', help.csv).choices(CsvOptions.shape.csv.unwrap().options).default('spreadsheet'),
    );
  addReadingOptions(command, session)
    .addOption(limitOption(help.limit))
    .option('--password <text>', help.password)
    .action(async (file: string, _: unknown, command: Command) => {
      ended(await printSheets(file, command.optsWithGlobals<SheetsOptions>(), language, session));
    });
}

async function printSheets(
  file: string,
  options: SheetsOptions,
  language: Language,
  session: Session,
): Promise<ExitCode> {
  const { usage } = session.messages;
  const name = file === STDIN ? STDIN_NAME : file;
  if (options.output !== STDOUT) assertNotTheInput(file, options.output, session);
  const limits = Limits.parse(options.limit);
  const source = await sourceOf({ path: file, named: true }, limits, session.stdin);
  const document = await openDocument({ ...source, password: options.password }, limits, ReadingOptions.parse(options));
  if (options.pages) {
    if (document.pages === null) throw new UsageError(usage.noPages(name));
    const last = lastPageOf(options.pages);
    if (last > document.pages) throw new UsageError(usage.noSuchPage(name, last, document.pages));
  }
  const pieces = sheetsAs(options.format, tablesOf(document, options.pages), options);
  const count = await write(pieces, options.output, session);
  if (!options.quiet)
    for (const { message, messageZh } of document.findings) say(session, language === 'zh' ? messageZh : message);
  if (count === 0) throw new NothingCameOut(usage.noTable(name));
  return EXIT.ok;
}

/** The sheets that hold a table on one of the pages; reading ends behind the last page. */
async function* tablesOf(document: OpenDocument, pages: readonly PageRange[] | undefined): AsyncGenerator<Sheet> {
  const last = pages ? lastPageOf(pages) : Infinity;
  for await (const sheet of document.sheets()) {
    const page = (sheet.cells[0] ?? sheet.lines[0])?.page ?? null;
    if (page !== null && page > last) return;
    if (sheet.cells.length > 0 && (!pages || (page !== null && isInRanges(pages, page)))) yield sheet;
  }
}

/** Writes the pieces to standard output or a file, which stays as it is where there is no piece; gives how many there were. */
async function write(pieces: AsyncGenerator<string>, output: string, { stdout }: Session): Promise<number> {
  if (output === STDOUT) return writeStream(pieces, stdout, 'stdout');
  const file = openWholeFile(output);
  let count = 0;
  try {
    for await (const piece of pieces) {
      file.append(piece);
      count += 1;
    }
    if (count > 0) file.finish();
  } finally {
    file.discard();
  }
  return count;
}
