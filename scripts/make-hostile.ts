/**
 * Writes the hostile files, the same bytes every time: `npx tsx scripts/make-hostile.ts FOLDER`. `scripts/hostile/` says what each is
 * and what becomes of it.
 */
import { HOSTILE } from './hostile/catalogue.js';
import { writeHostile } from './hostile/write-hostile.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name a folder: npx tsx scripts/make-hostile.ts FOLDER');
  process.exitCode = 2;
} else {
  await writeHostile(folder, HOSTILE);
  console.error(`${HOSTILE.length} hostile files in ${folder}`);
}
