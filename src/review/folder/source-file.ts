import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/**
 * Where a source lies that a record names: as its path says from here, or from beside the folder of results, which may have been moved
 * with its sources. Null where it is gone. The path comes from the folder's own results, never from a request.
 */
export function sourceFile(folder: string, file: string): string | null {
  const candidates = isAbsolute(file)
    ? [file]
    : [resolve(file), join(dirname(resolve(folder)), file), join(resolve(folder), file)];
  return candidates.find((path) => existsSync(path)) ?? null;
}
