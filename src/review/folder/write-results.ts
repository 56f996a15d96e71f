import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DecisionBook } from '../../decide/decision-book.js';
import { openFolderOutput } from '../../emit/output/folder-output.js';
import { OutputOptions } from '../../emit/output/output.js';
import { mergeResults } from '../../run/merge.js';
import { openWorkFolder } from '../../run/work-folder.js';
import type { Manifest } from '../../schema/manifest.js';

/**
 * Writes a folder's records and tables anew, with what was decided, and with the results of other folders if there are any. In the
 * formats of the run before; whole or not at all. Throws `FolderInUse` while a run writes there.
 */
export async function writeResults(
  folder: string,
  others: readonly string[],
  book: DecisionBook,
  { version, options }: Manifest,
): Promise<void> {
  const work = await openWorkFolder(folder, { version });
  try {
    const chosen = OutputOptions.safeParse(options).data ?? OutputOptions.parse({});
    const formats = [...new Set([...chosen.formats, 'jsonl' as const])]; // a review needs the records
    const output = openFolderOutput(folder, { ...chosen, formats }, { version, options });
    const own = existsSync(join(folder, 'manifest.json')) ? [folder] : [];
    await mergeResults([...own, ...others], output, book);
  } finally {
    await work.close();
  }
}
