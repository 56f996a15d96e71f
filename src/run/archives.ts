import { open, stat } from 'node:fs/promises';
import { openWholeFile } from '../emit/files/whole-file.js';
import { MEDIA } from '../extract/media.js';
import { fileTooLarge } from '../extract/source/refusal.js';
import { hasSignature } from '../extract/source/sniff.js';
import { IN_ARCHIVE, MOST_FILES_OF_LIMIT } from '../extract/zip/entry-source.js';
import { damagedPackage } from '../extract/zip/refusal.js';
import { openZip, type ZipEntry, type ZipPackage } from '../extract/zip/zip-package.js';
import { Failure } from '../schema/failure.js';
import type { Limits } from '../schema/limits.js';
import { type ArchiveEntry, comparePaths, type Input, STDIN } from './inputs.js';

const SIGNATURE_BYTES = 8;
/** What systems leave in archives, and no document: resource forks, hidden files, previews. */
const LEFT_BY_SYSTEMS = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|Thumbs\.db$|desktop\.ini$)/i;
/** Names are shown, never used as paths: characters that steer terminals are put apart. */
const CONTROLS = /[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g;

/**
 * The inputs with each ZIP archive replaced by the files in it, in the order of all paths. Office files, which are ZIPs as well, stay as
 * they are. Nothing is unpacked; an archive within an archive is an input like any other.
 */
export async function withArchivesOpened(inputs: readonly Input[], limits: Limits): Promise<Input[]> {
  const all: Input[] = [];
  for (const input of inputs) {
    const entries = (await isZip(input)) ? await entriesOf(input, limits) : null;
    for (const each of entries ?? [input]) all.push(each);
  }
  return all.sort((a, b) => comparePaths(a.path, b.path));
}

/** Writes a file of an archive to a path. @throws Failure `damaged`, `encrypted`, `file-too-large`, `unpacks-too-large` */
export async function unpack({ path, index }: ArchiveEntry, name: string, limits: Limits, to: string): Promise<void> {
  const zip = await openArchive(path, name, limits);
  const file = openWholeFile(to, { flush: false });
  try {
    const entry = zip.entries[index];
    if (entry === undefined) throw damagedPackage(name);
    if (entry.bytes > limits.bytesPerFile) throw fileTooLarge(name, limits.bytesPerFile);
    for await (const chunk of zip.stream(entry)) file.append(chunk);
    file.finish();
  } finally {
    file.discard();
    zip.close();
  }
}

async function entriesOf(input: Input, limits: Limits): Promise<Input[] | null> {
  try {
    const zip = await openArchive(input.path, input.path, limits);
    zip.close();
    if (isOfficeFile(zip)) return null;
    return zip.entries.flatMap((entry, index) => (isLeft(entry) ? [] : [inputOf(input, entry, index)]));
  } catch (error) {
    if (error instanceof Failure) return [{ ...input, refused: error }];
    throw error;
  }
}

const inputOf = ({ path }: Input, { name }: ZipEntry, index: number): Input => ({
  path: path + IN_ARCHIVE + name.replace(CONTROLS, '\uFFFD'),
  named: false,
  archive: { path, index },
});

async function openArchive(path: string, name: string, limits: Limits): Promise<ZipPackage> {
  const { size } = await stat(path);
  return openZip({ path, bytes: size }, { name, limits, most: limits.bytesPerFile * MOST_FILES_OF_LIMIT });
}

const isLeft = ({ name }: ZipEntry) => LEFT_BY_SYSTEMS.test(name);

const NOTHING = new Uint8Array();

/** One that can be read, or that says what it is the way that all office files do (ECMA-376-2, 7.2.3). */
const isOfficeFile = (zip: ZipPackage) =>
  zip.find('[Content_Types].xml') !== undefined ||
  MEDIA.some((medium) => medium.recognises({ bytes: NOTHING, zip, oleStreams: null }));

async function isZip(input: Input): Promise<boolean> {
  if (input.path === STDIN || input.unlisted !== undefined || input.raw !== undefined) return false;
  const status = await stat(input.path).catch(() => null);
  if (status?.isFile() !== true) return false;
  const file = await open(input.path).catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SIGNATURE_BYTES), 0, SIGNATURE_BYTES, 0);
    return hasSignature(buffer.subarray(0, bytesRead), 'zip');
  } catch {
    return false; // reading it says what is wrong
  } finally {
    await file.close();
  }
}
