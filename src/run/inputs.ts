import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, resolve, sep } from 'node:path';
import type { Failure } from '../schema/failure.js';
import { glob, isDynamicPattern } from 'tinyglobby';

/** Stands for standard input. */
export const STDIN = '-';

/** One thing to read: a path as the user knows it (relative where they gave it relative), or `-`. */
export interface Input {
  readonly path: string;
  /** The user named it; otherwise it was found in a folder or by a pattern, where not every file need be a document. */
  readonly named: boolean;
  /** Why a folder below a given one can't be listed: nothing in it is lost without a word. */
  readonly unlisted?: Error;
  /** The path as the system has it, where that is no valid UTF-8; `path` shows the bytes that are not as `\xNN`. */
  readonly raw?: Buffer;
  /** The ZIP that it stands in; its path is then `a.zip!/b.pdf`. */
  readonly archive?: ArchiveEntry;
  /** Why an archive can't be looked into. */
  readonly refused?: Failure;
}

/** A file in a ZIP, by its place in the ZIP's directory. */
export interface ArchiveEntry {
  readonly path: string;
  readonly index: number;
}

/** What the user asked for leads nowhere: neither a file, nor a folder, nor a pattern that anything matches. */
export class NoSuchPath extends Error {
  override readonly name = 'NoSuchPath';
  readonly paths: readonly string[];

  constructor(paths: readonly string[]) {
    super(`no such file or folder: ${paths.join(', ')}`);
    this.paths = paths;
  }
}

/**
 * The files behind paths, folders (with all folders below them), patterns and `-`, in the order of their paths' bytes, each file
 * once however many links lead to it. Hidden files and folders below a given folder are left out, and so is the output folder.
 * Throws {@link NoSuchPath} with all that lead nowhere.
 */
export async function listInputs(given: readonly string[], output: string | null): Promise<Input[]> {
  const walk = { leftOut: output === null ? null : await realPath(output), seen: new Set<string>() };
  const nowhere: string[] = [];
  const named: Input[] = [];
  const found: Input[] = [];
  for (const path of given) {
    if (path === STDIN) named.push({ path, named: true });
    else if (await isFolder(path)) found.push(...(await filesBelow(path, walk)));
    else if (await exists(path)) named.push({ path, named: true });
    else {
      const matches = await matching(path, walk);
      if (matches.length === 0) nowhere.push(path);
      found.push(...matches);
    }
  }
  if (nowhere.length > 0) throw new NoSuchPath(nowhere);
  return (await eachOnce([...named, ...found])).sort((a, b) => comparePaths(a.path, b.path));
}

async function matching(pattern: string, { leftOut }: Walk): Promise<Input[]> {
  const slashed = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  if (!isDynamicPattern(slashed)) return [];
  const paths = await glob(slashed, { onlyFiles: true, expandDirectories: false, absolute: isAbsolute(pattern) });
  const inputs: Input[] = [];
  for (const path of paths) {
    const inOutput = leftOut !== null && (await realPath(path)).startsWith(leftOut + sep);
    if (!inOutput) inputs.push({ path: notStdin(path), named: false });
  }
  return inputs;
}

interface Walk {
  readonly leftOut: string | null;
  /** Folders that were listed, by their real paths: a link that leads back ends there. */
  readonly seen: Set<string>;
}

async function filesBelow(folder: string, walk: Walk): Promise<Input[]> {
  const real = await realPath(folder);
  if (walk.seen.has(real)) return [];
  walk.seen.add(real);
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return [{ path: folder, named: true, unlisted: error as Error }];
  }
  const inputs: Input[] = [];
  for (const entry of entries.filter(({ name }) => !name.startsWith('.'))) {
    const path = notStdin(join(folder, entry.name));
    if (entry.name.includes(REPLACEMENT) && !(await exists(path))) continue; // see unnameable
    if (entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(path)))) {
      if ((await realPath(path)) !== walk.leftOut) inputs.push(...(await filesBelow(path, walk)));
    } else if (entry.isFile() || entry.isSymbolicLink()) {
      inputs.push({ path, named: false });
    }
  }
  if (entries.some(({ name }) => name.includes(REPLACEMENT))) inputs.push(...(await unnameable(folder)));
  return inputs;
}

/** Stands for what is no UTF-8 when a name is decoded. */
const REPLACEMENT = '\uFFFD';

/** What stands in a folder under names that are no valid UTF-8, as old archives made in GBK have them. */
async function unnameable(folder: string): Promise<Input[]> {
  const names = (await readdir(folder, { encoding: 'buffer' })).filter((name) => !isUtf8(name));
  return Promise.all(
    names.map(async (name): Promise<Input> => {
      const raw = Buffer.concat([Buffer.from(resolve(folder) + sep), name]);
      const path = join(folder, shown(name));
      const isFolder = await stat(raw).then((status) => status.isDirectory());
      return isFolder
        ? { path, named: true, unlisted: new Error('its name is no valid UTF-8') }
        : { path, named: false, raw };
    }),
  );
}

const LONGEST_CHARACTER_BYTES = 4;

/** A name with the bytes that are no UTF-8 as `\xNN`, so that two names never look the same. */
function shown(name: Buffer): string {
  let text = '';
  for (let at = 0; at < name.length;) {
    let size = LONGEST_CHARACTER_BYTES;
    while (size > 0 && (at + size > name.length || !isUtf8(name.subarray(at, at + size)))) size -= 1;
    text += size === 0 ? `\\x${name.toString('hex', at, at + 1)}` : name.toString('utf8', at, at + size);
    at += Math.max(size, 1);
  }
  return text;
}

/** A file that is called `-` is no standard input. */
const notStdin = (path: string) => (path === STDIN ? `.${sep}${path}` : path);

/** Drops what leads to a file that stands further up. */
async function eachOnce(inputs: readonly Input[]): Promise<Input[]> {
  const seen = new Set<string>();
  const once: Input[] = [];
  for (const input of inputs) {
    const real = input.path === STDIN ? STDIN : await realPath(input.path);
    if (!seen.has(real)) once.push(input);
    seen.add(real);
  }
  return once;
}

/** The order of inputs: that of their paths' bytes in UTF-8, the same on every computer. */
export function comparePaths(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  );
}

/** Whether anything stands there, be it unreadable: that is for the run to say. */
async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) =>
      error instanceof Error && 'code' in error && error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
  );
}

async function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
