import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { flushFolder } from './flush.js';
import { writing } from './output-error.js';
import { removeEarlierProjects } from './earlier-projects.js';
import { createStagedFile } from './staged-file.js';

/** Stands in a staging folder once the run's files are whole and on the disk: from then on the run counts. */
const JOURNAL = '.commit.json';

/** What is to be put in place: files relative to the output folder, in order, and whether earlier runs' projects go. */
const Commit = z.object({ files: z.array(z.string()), removeEarlier: z.boolean() }).readonly();
export type Commit = z.infer<typeof Commit>;

/**
 * Puts a staged run in place. The journal comes first: a run that is killed before it leaves the last good output, one that is
 * killed after it is finished by the next run ({@link finishCommit}).
 */
export function commitStaged(output: string, staging: string, commit: Commit): void {
  const journal = createStagedFile(join(staging, `${JOURNAL}.new`));
  journal.append(JSON.stringify(commit));
  journal.close();
  writing(staging, () => {
    renameSync(join(staging, `${JOURNAL}.new`), join(staging, JOURNAL));
    flushFolder(staging);
  });
  putInPlace(output, staging, commit);
}

/** Finishes a run that was killed while it put its files in place. False where it had not come so far. */
export function finishCommit(output: string, staging: string): boolean {
  if (!existsSync(join(staging, JOURNAL))) return false;
  putInPlace(output, staging, Commit.parse(JSON.parse(readFileSync(join(staging, JOURNAL), 'utf8'))));
  return true;
}

/** Moves what is still staged; may be called again after it was cut short. The last file (the manifest) is moved last of all. */
function putInPlace(output: string, staging: string, { files, removeEarlier }: Commit): void {
  const folders = new Set<string>();
  const move = (file: string) => {
    const place = join(output, file);
    writing(place, () => {
      if (!folders.has(dirname(place))) mkdirSync(dirname(place), { recursive: true });
      folders.add(dirname(place));
      try {
        renameSync(join(staging, file), place);
      } catch (error) {
        if (existsSync(join(staging, file))) throw error; // else it was moved before the run was killed
      }
    });
  };
  for (const file of files.slice(0, -1)) move(file);
  if (removeEarlier) removeEarlierProjects(output, new Set(files));
  for (const file of files.slice(-1)) move(file);
  writing(output, () => {
    for (const folder of folders) flushFolder(folder);
    rmSync(staging, { recursive: true, force: true });
  });
}
