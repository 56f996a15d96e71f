import { readFileSync } from 'node:fs';
import { packageFile } from './package-file.js';

/** The page's files, by their names in the address. They are read once: what is served is what was built. */
const FILES: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
};

export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
}

/** The built page. Throws where it was not built. */
export function pageFiles(): ReadonlyMap<string, PageFile> {
  return new Map(Object.entries(FILES).map(([name, type]) => [name, { type, bytes: readFileSync(packageFile(name)) }]));
}
