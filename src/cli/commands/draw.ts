import { type Command, InvalidArgumentError, Option } from 'commander';
import { loadCanvas } from '../../extract/pdf/canvas.js';
import { openWholeFile } from '../../emit/files/whole-file.js';
import { writeStream } from '../../emit/files/write-stream.js';
import { chunksOf, type DocumentSource } from '../../extract/source/byte-source.js';
import { mediaTypeOf } from '../../extract/source/sniff.js';
import { openDocument, type OpenDocument } from '../../extract/open.js';
import { STDIN } from '../../run/inputs.js';
import { sourceOf, STDIN_NAME } from '../../run/source.js';
import { Failure } from '../../schema/failure.js';
import { Limits } from '../../schema/limits.js';
import { ReadingOptions } from '../../schema/reading-options.js';
import type { Cell } from '../../schema/sheet.js';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import { limitOption } from '../options/limit-option.js';
import { assertNotTheInput } from '../terminal/not-the-input.js';
import { NothingCameOut } from '../terminal/nothing-came-out.js';
import { addReadingOptions } from '../options/reading-options.js';
import { say, type Session } from '../terminal/surroundings.js';
import { UsageError } from '../terminal/usage-error.js';
import type { Call } from './add-command.js';

const STDOUT = '-';
/** Pixels for each point: 144 dots per inch, so that the smallest text of a form can be read. */
const SCALE = 2;
const LARGEST_SCALE = 10;

interface DrawOptions extends ReadingOptions {
  readonly page: number;
  readonly output: string;
  readonly scale: number;
  readonly limit: Partial<Limits>;
  readonly password?: string;
  readonly quiet: boolean;
}

/** `zipingbiao draw <file> --page N --output page.png`: adds the command; `ended` is told the exit code. */
export function addDraw(program: Command, { session, ended }: Call): void {
  const { help } = session.messages;
  const command = program
    .command('draw')
    .description(help.draw)
    .argument('<file>', help.pdf)
    .addOption(
      new Option('-p, --page <number>', help.page)
        .makeOptionMandatory()
        .argParser(numberWhere((page) => Number.isSafeInteger(page) && page >= 1, help.wholeNumber)),
    )
    .requiredOption('-o, --output <file>', help.drawOutput)
    .addOption(
      new Option('--scale <number>', help.scale)
        .default(SCALE, String(SCALE))
        .argParser(numberWhere((scale) => scale > 0 && scale <= LARGEST_SCALE, help.scaleForm)),
    );
  addReadingOptions(command, session)
    .addOption(limitOption(help.limit))
    .option('--password <text>', help.password)
    .action(async (file: string, _: unknown, command: Command) => {
      ended(await draw(file, command.optsWithGlobals<DrawOptions>(), session));
    });
}

async function draw(file: string, options: DrawOptions, session: Session): Promise<ExitCode> {
  const { page, output, scale, password, quiet } = options;
  const { usage, drawn } = session.messages;
  const name = file === STDIN ? STDIN_NAME : file;
  if (output !== STDOUT) assertNotTheInput(file, output, session);
  const limits = Limits.parse(options.limit);
  const source = await sourceOf({ path: file, named: true }, limits, session.stdin);
  const document = await openDocument({ ...source, password }, limits, ReadingOptions.parse(options));
  if (document.pages === null) throw new UsageError(usage.notPdf(name));
  if (page > document.pages) throw new UsageError(usage.noSuchPage(name, page, document.pages));
  const { tables, cells } = await cellsOn(document, page);
  if (document.kind === 'ofd' || cells.some(({ reading }) => reading === 'ocr') || !(await isPdf(source))) {
    const { drawReadings } = await import('../../draw/draw-readings.js');
    const png = await drawReadings({ ...source, password }, { page, scale, cells, dpi: options.dpi, limits });
    if (png === null)
      throw new NothingCameOut(loadCanvas() === null ? usage.noCanvas : usage.pageUnreadable(name, page));
    await write(png, output, session);
    const readings = cells.reduce((sum, cell) => sum + (cell.readings?.length ?? 0), 0);
    if (!quiet) say(session, drawn.readings(tables, cells.length, readings));
    if (!quiet && output !== STDOUT) say(session, drawn.written(output));
    return EXIT.ok;
  }
  const canvas = loadCanvas();
  if (canvas === null) throw new NothingCameOut(usage.noCanvas);
  // pdf.js is loaded only where it is needed: see extract/open.ts.
  const { drawPage } = await import('../../draw/draw-page.js');
  const picture = await drawPage({ name, bytes: await bytesOf(source), password, limits, page, scale, cells }, canvas);
  if (picture === null) throw new NothingCameOut(usage.pageUnreadable(name, page));
  await write(picture.png, output, session);
  if (!quiet) {
    if (picture.pictureError !== null) say(session, drawn.withoutPicture(picture.pictureError));
    say(session, drawn.counts(tables, cells.length, picture.rulings, picture.glyphs));
    if (output !== STDOUT) say(session, drawn.written(output));
  }
  return EXIT.ok;
}

/** The cells of a page's tables with the numbers that `sheets` gives them. */
async function cellsOn(document: OpenDocument, page: number): Promise<{ tables: number; cells: Cell[] }> {
  const cells: Cell[] = [];
  let tables = 0;
  try {
    for await (const sheet of document.sheets()) {
      const at = (sheet.cells[0] ?? sheet.lines[0])?.page ?? 0;
      if (at > page) break;
      if (at !== page || sheet.cells.length === 0) continue;
      cells.push(...sheet.cells);
      tables += 1;
    }
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'unsupported-kind')) throw error;
  }
  return { tables, cells };
}

/** A PDF draws its text and rules itself; a picture file does not. */
async function isPdf(source: DocumentSource): Promise<boolean> {
  for await (const chunk of chunksOf(source)) return mediaTypeOf(chunk) === 'pdf';
  return false;
}

async function bytesOf(source: DocumentSource): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of chunksOf(source)) chunks.push(Uint8Array.from(chunk));
  return Buffer.concat(chunks);
}

async function write(png: Uint8Array, output: string, { stdout }: Session): Promise<void> {
  if (output === STDOUT) {
    await writeStream(one(png), stdout, 'stdout');
    return;
  }
  const file = openWholeFile(output);
  try {
    file.append(png);
    file.finish();
  } finally {
    file.discard();
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of one piece
async function* one<T>(piece: T): AsyncGenerator<T> {
  yield piece;
}

function numberWhere(isAllowed: (value: number) => boolean, allowed: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !isAllowed(value)) throw new InvalidArgumentError(`Allowed choices are ${allowed}.`);
    return value;
  };
}
