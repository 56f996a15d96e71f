import { stat } from 'node:fs/promises';
import { Failure } from '../../schema/failure.js';
import type { Limits } from '../../schema/limits.js';
import type { DocumentSource } from '../source/byte-source.js';
import { fileTooLarge } from '../source/refusal.js';
import { openZip } from './zip-package.js';

/** Parts an archive's path from that of the file in it, as in a.zip!/b.pdf. */
export const IN_ARCHIVE = '!/';
/** An archive of a county's disclosures holds more than one file may, but not without end. */
export const MOST_FILES_OF_LIMIT = 4;

/**
 * Where the bytes of a path are: a file's own, or, of a path such as `a.zip!/b.pdf` that is no file itself, those of the file in the
 * archive, unpacked into memory.
 *
 * @throws Failure `no-such-path`, `damaged`, `encrypted`, `file-too-large`, `unpacks-too-large`
 */
export async function sourceAt(path: string, limits: Limits): Promise<DocumentSource> {
  const at = path.indexOf(IN_ARCHIVE);
  if (at === -1 || (await isThere(path))) return { path };
  const archive = path.slice(0, at);
  const bytes = await stat(archive).then(
    ({ size }) => size,
    () => null,
  );
  if (bytes === null) return { path }; // reading it says what is wrong
  const zip = await openZip(
    { path: archive, bytes },
    { name: path, limits, most: limits.bytesPerFile * MOST_FILES_OF_LIMIT },
  );
  try {
    const entry = zip.find(path.slice(at + IN_ARCHIVE.length));
    if (entry === undefined) throw notInArchive(path, archive);
    if (entry.bytes > limits.bytesPerFile) throw fileTooLarge(path, limits.bytesPerFile);
    return { bytes: await zip.read(entry), name: path };
  } finally {
    zip.close();
  }
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

const notInArchive = (path: string, archive: string) =>
  new Failure(
    'no-such-path',
    `${path}: there is no such file in ${archive}. Check the spelling; extract names the files in it.`,
    `${path}：${archive} 中没有这个文件。请检查名称；extract 会列出其中的文件。`,
  );
