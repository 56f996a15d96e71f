import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostileFile } from './hostile-file.js';

/** Writes hostile files into a folder, which is made. */
export async function writeHostile(folder: string, files: readonly HostileFile[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const file of files) writeFileSync(join(folder, file.name), await file.make());
}
