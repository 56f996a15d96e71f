import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Limits } from '../schema/limits.js';

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
    `--max-old-space-size=${residentMegabytes}`,
    isSource ? path.replace(/\.js$/, '.ts') : path,
  ];
}
