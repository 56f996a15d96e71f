import { z } from 'zod';

const limit = (value: number, unit: string, description: string) =>
  z.int().positive().default(value).meta({ unit, description });

/** What one document may cost. Past a limit the document ends with a failure or a finding that names it; the others go on. */
export const Limits = z
  .object({
    bytesPerFile: limit(1024 ** 3, 'bytes', 'A larger file is not opened.'),
    pagesPerFile: limit(10_000, 'pages', 'A file that has more is not read.'),
    operatorsPerPage: limit(2_000_000, 'operators', 'A PDF page that draws more is left out. A dense map has 500,000.'),
    glyphsPerPage: limit(200_000, 'glyphs', 'A PDF page that shows more is left out. A form has some 2,000.'),
    charactersPerTable: limit(16 * 1024 ** 2, 'characters', 'An HTML table or a line that is longer is cut there.'),
    charactersPerCell: limit(100_000, 'characters', 'A cell that is longer is cut there.'),
    entriesPerArchive: limit(10_000, 'entries', 'An archive or office file that holds more files is not read.'),
    unpackedBytes: limit(
      256 * 1024 ** 2,
      'bytes',
      'An office file that holds more is not read. A form has 0.2 million.',
    ),
    timesUnpacked: limit(
      200,
      'times',
      'An archive or office file that grows by more is not read. Tables grow by 10 to 50.',
    ),
    rowsPerForm: limit(2_000, 'rows', 'A form that is longer ends there.'),
    columnsPerTable: limit(200, 'columns', 'Cells further to the right are left out.'),
    pixelsPerPicture: limit(100_000_000, 'pixels', 'A larger picture is not read. A3 at 600 dpi has 70 million.'),
    secondsWithoutProgress: limit(60, 'seconds', 'A document that shows no progress for so long is given up.'),
    secondsPerDocument: limit(3_600, 'seconds', 'A document that takes longer in all is given up.'),
    residentMegabytes: limit(2_048, 'megabytes', 'A document whose process takes more memory is given up.'),
  })
  .meta({ description: 'Limits for one document.' });
export type Limits = z.infer<typeof Limits>;

/** Limits that decide only whether a document is read to its end, never what is read in it. */
export const RUN_LIMITS = [
  'bytesPerFile',
  'secondsWithoutProgress',
  'secondsPerDocument',
  'residentMegabytes',
] as const satisfies readonly (keyof Limits)[];

export const DEFAULT_LIMITS: Limits = Limits.parse({});
