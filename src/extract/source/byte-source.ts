import { open, stat } from 'node:fs/promises';
import { Failure } from '../../schema/failure.js';

/**
 * Where a document's bytes are: in a file, or in memory; the name that messages and records give it (a file's path if there is no
 * other); and the password of a protected PDF.
 */
export type DocumentSource = (
  { readonly path: string; readonly name?: string | undefined } | { readonly bytes: Uint8Array; readonly name: string }
) & {
  readonly password?: string | undefined;
};

/** How much is read at once. Large enough that reading costs little, small enough that memory stays flat. */
const BYTES_PER_CHUNK = 64 * 1024;

export function nameOf(source: DocumentSource): string {
  return 'path' in source ? (source.name ?? source.path) : source.name;
}

/** How many bytes a document has as far as the system knows: a file may grow, and a stream tells nothing (0). */
export async function sizeOf(source: DocumentSource): Promise<number> {
  if ('bytes' in source) return source.bytes.length;
  return (await orFailure(nameOf(source), stat(source.path))).size;
}

/**
 * A document's bytes in order, in chunks of at most 64 KB; it can be called again for another pass.
 * A chunk is valid until the next one is asked for.
 *
 * @throws Failure `no-such-path` or `unreadable`
 */
export function chunksOf(source: DocumentSource): AsyncGenerator<Uint8Array> {
  return 'path' in source ? chunksOfFile(source.path, nameOf(source)) : chunksOfBytes(source.bytes);
}

// eslint-disable-next-line @typescript-eslint/require-await -- same shape as a file's chunks
async function* chunksOfBytes(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += BYTES_PER_CHUNK) yield bytes.subarray(at, at + BYTES_PER_CHUNK);
}

async function* chunksOfFile(path: string, name: string): AsyncGenerator<Uint8Array> {
  const file = await orFailure(name, open(path, 'r'));
  try {
    const stat = await orFailure(name, file.stat());
    if (!stat.isFile()) throw notAFile(name, stat.isDirectory());
    const buffer = Buffer.allocUnsafe(BYTES_PER_CHUNK);
    for (;;) {
      const { bytesRead } = await orFailure(name, file.read(buffer, 0, BYTES_PER_CHUNK, null));
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function orFailure<T>(path: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw failureOf(path, error);
  }
}

function failureOf(path: string, cause: unknown): Failure {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new Failure(
      'no-such-path',
      `${path}: there is no such file. Check the spelling and the folder.`,
      `${path}：没有这个文件。请检查路径和文件名。`,
      { cause },
    );
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new Failure(
      'unreadable',
      `${path}: no permission to read it (${code}). Change its permissions, or copy it to a folder of your own.`,
      `${path}：没有读取权限（${code}）。请修改文件权限，或复制到自己的文件夹。`,
      { cause },
    );
  }
  return new Failure(
    'unreadable',
    `${path}: the system could not read it (${code}). Try to copy it elsewhere and read the copy.`,
    `${path}：系统无法读取（${code}）。请复制到别处后再试。`,
    { cause },
  );
}

function notAFile(path: string, isFolder: boolean): Failure {
  return isFolder
    ? new Failure(
        'unreadable',
        `${path}: it is a folder (EISDIR). Name the files in it.`,
        `${path}：这是文件夹（EISDIR）。请指定其中的文件。`,
      )
    : new Failure(
        'unreadable',
        `${path}: it is not a regular file. Save its content to a file first.`,
        `${path}：不是普通文件。请先把内容另存为文件。`,
      );
}
