const count = (number: number) => number.toLocaleString('en');
const many = (number: number, one: string, more = `${one}s`) => `${count(number)} ${number === 1 ? one : more}`;
const rate = (perSecond: number) => perSecond.toLocaleString('en', { maximumSignificantDigits: 2 });
const [MINUTE, HOUR] = [60, 3_600];
const time = (seconds: number) => {
  if (seconds < MINUTE) return `${seconds} s`;
  if (seconds < HOUR) return `${Math.round(seconds / MINUTE)} min`;
  return `${Math.floor(seconds / HOUR)} h ${Math.round((seconds % HOUR) / MINUTE)} min`;
};

export const en = {
  /** What is said in both languages elsewhere. */
  inLanguage: ({ en }: { readonly en: string; readonly zh: string }) => en,
  help: {
    program: 'Turns China’s project performance self-evaluation forms (项目支出绩效自评表) into JSON and CSV.',
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    globalOptions: 'Global options:',
    commands: 'Commands:',
    default: 'default: ',
    choices: 'choices: ',
    showHelp: 'show this help',
    helpCommand: 'show a command’s help',
    version: 'show the version',
    lang: 'language of messages: en or zh (from the locale)',
    quiet: 'say nothing but what failed',
    extract: 'read forms and write records and tables',
    paths:
      'files, folders (with all below), patterns, or - for standard input. Read: PDF (with text, or scanned), pictures (TIFF, PNG, JPEG, WebP, GIF), Markdown, HTML, plain and tab-separated text',
    output: 'folder for the results; - with --format jsonl writes records to standard output',
    format: 'what to write, separated by commas',
    csv: 'spreadsheet: with BOM, and no text that a spreadsheet would run or change; plain: neither',
    headers:
      'column headers of all tables: snake (project_name) or zh (项目名称); by default zh in the workbook, else snake; databases have snake always',
    perProject: 'also the tables of each form, in a folder for each',
    ocr: 'how pictures are read: best: by two readers; fast: by one, which leaves more to look at; none: not at all',
    dpi: 'dots per inch of pictures that do not tell theirs (by their size)',
    dpiForm: 'numbers from 50 to 2400',
    limit: 'change a limit for one document; may be repeated. By default: ',
    sheets: 'print the raw cells of every table in a document',
    file: 'a file, or - for standard input',
    sheetFormat: 'json (cells with places, spans and boxes), csv (table after table) or html',
    pages: 'only tables on these pages of a PDF, such as 1-3,7',
    pagesForm: 'page numbers and ranges of them, such as 1-3,7',
    sheetsOutput: 'file to write; - is standard output',
    draw: 'draw a page with its rules, cells and text as they were read; of a scan, what each reader read',
    pdf: 'a PDF, picture or OFD file, or - for standard input',
    page: 'number of the page, from 1',
    wholeNumber: 'whole numbers from 1',
    drawOutput: 'picture to write (PNG)',
    scale: 'pixels for each point (1/72 inch)',
    scaleForm: 'numbers above 0, up to 10',
    password: 'password of protected PDFs',
    jobs: 'processes that read documents at once; 0 reads them in this process, where nothing guards it',
    oneForEachCore: 'one for each core',
    jsonLog: 'say all that happens as lines of JSON on standard error, and nothing else',
    shard: 'read only the i-th of n parts of the inputs, such as 2/8; zipingbiao merge puts the results together',
    shardForm: 'i/n with 1 ≤ i ≤ n, such as 2/8',
    merge: 'put the results of several output folders together',
    resultFolders: 'output folders of earlier runs, with projects.jsonl and manifest.json',
    report: 'write report.html from an output folder: execution, scores, points lost, findings',
    resultFolder: 'output folder of an earlier run, with projects.jsonl and manifest.json',
    reportOutput: 'file to write (report.html in that folder)',
    review: 'look at what was flagged beside its page, decide, and sign, in a browser on this machine',
    reviewFolder: 'output folder of earlier runs, with projects.jsonl',
    port: 'port to serve the page on',
    anyPort: 'any that is free',
    noOpen: 'do not open the browser',
    by: 'name under which decisions are written (your user name)',
    force: 'read everything anew, also what earlier runs into this folder have read',
    schema: 'print the JSON Schema (draft 2020-12) of the results',
    schemaFor: 'which results',
    examples: [
      'Examples:',
      '  zipingbiao extract forms/                        all forms in a folder, into output/',
      '  zipingbiao extract a.md "2023/**/*.html" -o out  a file and a pattern, into out/',
      '  zipingbiao extract - --format jsonl -o - < a.md  as a filter: records on standard output',
      '  zipingbiao extract forms/ --csv plain            tables for programs',
      '  zipingbiao review output                         look at what was flagged, decide, sign',
      '  zipingbiao sheets a.pdf --format html -o a.html  only the tables of a PDF',
      '  zipingbiao draw a.pdf --page 3 --output 3.png    what was seen on its page 3',
      '  zipingbiao report output/                        a page to read and print, from earlier results',
      '  zipingbiao schema --for manifest                 the manifest’s JSON Schema',
      '',
      'Exit codes: 0 nothing failed, 1 some inputs failed, 2 wrong use, 3 nothing came out, 130 interrupted.',
    ].join('\n'),
  },
  usage: {
    error: 'error: ',
    unknownOption: (option: string) => `unknown option ${option}`,
    unknownCommand: (command: string) => `unknown command ${command}`,
    missingArgument: 'nothing to read: name files or folders, or - for standard input',
    optionWantsValue: (option: string) => `option ${option} wants a value`,
    optionMissing: (option: string) => `option ${option} must be given`,
    badValue: (option: string, value: string, choices: string) =>
      `option ${option}: ${value} is not possible. Choose from: ${choices}`,
    tooManyArguments: 'more arguments than expected',
    other: (message: string) => message,
    suggestion: (names: string) => `Did you mean ${names}?`,
    seeHelp: 'zipingbiao --help shows the commands, zipingbiao <command> --help the options of one.',
    noSuchPath: (paths: readonly string[]) =>
      `no such file or folder, and no file matches: ${paths.join(', ')}\nCheck the spelling, and put patterns in quotes.`,
    streamWantsJsonl: '--output - writes records to standard output and wants --format jsonl, without --per-project',
    cannotWrite: (place: string, code: string) =>
      `cannot write to ${place}${code === '' ? '' : ` (${code})`}. ${writeAdvice(code)}`,
    folderInUse: (folder: string, pid: number, host: string) =>
      `${folder} is used by another run (process ${pid} on ${host}). Wait until it has ended, or choose another folder with --output.`,
    noResults: (folder: string, what: string) =>
      `${folder} does not hold the results of a run with --format jsonl (${what}). Run extract into it again.`,
    outputIsInput: (path: string) => `--output ${path} would replace the file that is read. Give another name.`,
    noPages: (name: string) => `${name}: it is text, which has no pages. Leave --pages out.`,
    noSuchPage: (name: string, page: number, pages: number) => `${name}: there is no page ${page}; it has ${pages}.`,
    noTable: (name: string) =>
      `${name}: no table was found. To look at what was seen on a page of a PDF: zipingbiao draw`,
    notPdf: (name: string) =>
      `${name}: it is not a PDF, and only pages of a PDF can be drawn. Its tables: zipingbiao sheets`,
    pageUnreadable: (name: string, page: number) =>
      `${name}: page ${page} is damaged and can’t be read. Open the file in a PDF program and save it anew.`,
    noCanvas:
      'drawing needs the package @napi-rs/canvas, which is missing here. Install it with: npm install @napi-rs/canvas',
    defect: (message: string) => `a defect in zipingbiao: ${message}`,
  },
  progress: (ended: number, inputs: number, pages: number, forms: number, findings: number, perSecond: number) =>
    `${count(ended)}/${many(inputs, 'file')} · ${many(pages, 'page')} · ${many(forms, 'form')} · ${many(findings, 'finding')} · ${rate(perSecond)} files/s`,
  left: (seconds: number) => `${time(seconds)} left`,
  interrupting: 'Interrupted: finishing what is being read. Once more to stop at once; nothing is written then.',
  review: {
    serving: (folder: string) => `The review of ${folder} is at this address, on this machine alone. Ctrl-C ends it.`,
    written: (count: number, folder: string) =>
      `${many(count, 'decision')} kept in ${folder}; its records and tables hold them.`,
  },
  decisionsUnreadable: (file: string, count: number, lines: string) =>
    `${file}: ${many(count, 'line')} can’t be read and ${count === 1 ? 'was' : 'were'} passed over (${lines}). What was decided there does not hold.`,
  drawn: {
    counts: (tables: number, cells: number, rulings: number, glyphs: number) =>
      `${many(tables, 'table')}, ${many(cells, 'cell')}, ${many(rulings, 'ruling')}, ${many(glyphs, 'glyph')}`,
    readings: (tables: number, cells: number, readings: number) =>
      `${many(tables, 'table')}, ${many(cells, 'cell')}, ${many(readings, 'reading')}`,
    withoutPicture: (reason: string) => `The page’s picture could not be drawn (${reason}): boxes on white.`,
    written: (file: string) => `Written to ${file}`,
  },
  summary: {
    inputs: (inputs: number, done: number, failed: number, skipped: number) =>
      `${many(inputs, 'file')}: ${count(done)} done, ${count(failed)} failed, ${count(skipped)} skipped`,
    related: (forms: number) => `${many(forms, 'related form')} with a record of its own kind`,
    forms: (forms: number, indicators: number, setAside: number) =>
      `${many(forms, 'form')} with ${many(indicators, 'indicator')}${setAside === 0 ? '' : `; ${many(setAside, 'related form')} set aside`}`,
    proved: (proved: number, numbers: number, percent: string) =>
      `${count(proved)} of ${many(numbers, 'printed number')} (amounts, rates, weights, scores) proved by the forms’ own arithmetic (${percent} %)`,
    findings: (findings: number) => `${many(findings, 'finding')} to look at:`,
    noFindings: 'No findings.',
    failed: 'Failed:',
    skipped: 'Skipped:',
    more: (number: number) => `… and ${count(number)} more; manifest.json lists them all`,
    results: (folder: string) => `Results are in ${folder}`,
    nothing: 'No input gave a form.',
    onlyManifest: (folder: string) =>
      `Only manifest.json was written to ${folder}; earlier results there are as they were.`,
    interrupted: 'Interrupted. What was done is written; the same command goes on from there.',
  },
};

function writeAdvice(code: string): string {
  if (code === 'NO_DUCKDB') return 'DuckDB files need a package of their own (70 MB): npm install @duckdb/node-api';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return 'The disk is full: make room, or choose another folder with --output.';
  if (code === 'EBUSY' || code === 'EPERM')
    return 'Close the file if another program has it open, check the permissions, and run again.';
  return 'Check that the folder may be written, or choose another with --output.';
}
