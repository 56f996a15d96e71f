import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Limits } from '../schema/limits.js';

/**
 * Usually every core has a child, and V8's helper threads only take turns from other children: without them two children on two cores
 * read small PDFs some 8 % faster. Records are short-lived: a larger young generation (megabytes) is collected less often.
 */
const COLLECTING = ['--single-threaded-gc', '--max-semi-space-size=32'];

/**
 * The program that serves as a child of the pool, with its arguments. From the sources, as tests have them, it needs a loader.
 * The heap may grow to the limit of the whole process, which then ends it with the right reason.
 */
export function childCommand(
  { residentMegabytes }: Limits,
  program = new URL('./child.js', import.meta.url),
): string[] {
  const isSource = import.meta.url.endsWith('.ts');
  const path = fileURLToPath(program);
  return [
    process.execPath,
    ...(isSource ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : []),
    ...COLLECTING,
    `--max-old-space-size=${residentMegabytes}`,
    isSource ? path.replace(/\.js$/, '.ts') : path,
  ];
}
