import { join } from 'node:path';
import type { Command } from 'commander';
import { collectForm, collectInput, emptyReport } from '../../emit/report/collect.js';
import { reportPage } from '../../emit/report/report-page.js';
import { openWholeFile } from '../../emit/files/whole-file.js';
import { writingTime } from '../../emit/writing-time.js';
import { readResultFolder } from '../../run/result-folder.js';
import { say, type Session } from '../terminal/surroundings.js';
import type { Call } from './add-command.js';

interface ReportOptions {
  readonly output?: string;
  readonly quiet: boolean;
}

/** `zipingbiao report <folder>`: adds the command. */
export function addReport(program: Command, { session }: Call): void {
  const { help } = session.messages;
  program
    .command('report')
    .description(help.report)
    .argument('<folder>', help.resultFolder)
    .option('-o, --output <file>', help.reportOutput)
    .action(async (folder: string, _: unknown, command: Command) => {
      await report(folder, command.optsWithGlobals<ReportOptions>(), session);
    });
}

/** Throws `NoResults`, `OutputError`. */
async function report(folder: string, { output, quiet }: ReportOptions, session: Session): Promise<void> {
  const data = emptyReport();
  for await (const { report, forms } of readResultFolder(folder)) {
    for await (const form of forms) collectForm(data, form);
    collectInput(data, report);
  }
  const path = output ?? join(folder, 'report.html');
  const file = openWholeFile(path);
  try {
    file.append(reportPage(data, { version: session.version, writtenAt: writingTime() }));
    file.finish();
  } finally {
    file.discard();
  }
  if (!quiet) say(session, session.messages.drawn.written(path));
}
