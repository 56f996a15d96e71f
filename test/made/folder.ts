import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';

const made: string[] = [];

const newFolder = () => mkdtempSync(join(tmpdir(), 'zipingbiao-test-'));

/** A new empty folder, removed after the test. */
export function madeFolder(): string {
  const folder = newFolder();
  made.push(folder);
  return folder;
}

/** A new empty folder, removed after all tests of the file. */
export function lastingFolder(): string {
  const folder = newFolder();
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** All files below a folder, hidden ones too, with `/`, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

export const textOf = (...path: string[]): string => readFileSync(join(...path), 'utf8');
