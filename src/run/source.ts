import { createReadStream } from 'node:fs';
import { stat, symlink } from 'node:fs/promises';
import { openWholeFile } from '../emit/files/whole-file.js';
import type { DocumentSource } from '../extract/source/byte-source.js';
import { fileTooLarge } from '../extract/source/refusal.js';
import { sourceAt } from '../extract/zip/entry-source.js';
import { Failure } from '../schema/failure.js';
import type { Limits } from '../schema/limits.js';
import { unpack } from './archives.js';
import { type Input, STDIN } from './inputs.js';

/** How messages and records call standard input. */
export const STDIN_NAME = 'stdin';

/** Where an input's bytes are. What can be read only once (standard input, a pipe that the user named) is read into memory. */
export async function sourceOf(
  input: Input,
  limits: Limits,
  stdin: AsyncIterable<Uint8Array>,
): Promise<DocumentSource> {
  const stream = await streamOf(input, stdin);
  if (stream === null) return sourceAt(input.path, limits);
  const chunks: Uint8Array[] = [];
  for await (const chunk of within(stream, nameOf(input), limits)) chunks.push(chunk);
  return { bytes: Buffer.concat(chunks), name: nameOf(input) };
}

/**
 * A file with an input's bytes. What can be read only once is copied to a file of its own, which `copy` names; what has a path that can't
 * be told as text gets a link there.
 */
export async function fileOf(
  input: Input,
  limits: Limits,
  stdin: AsyncIterable<Uint8Array>,
  copy: () => string,
): Promise<string> {
  if (input.archive !== undefined) {
    const unpacked = copy();
    await unpack(input.archive, nameOf(input), limits, unpacked);
    return unpacked;
  }
  if (input.raw !== undefined) {
    const link = copy();
    await symlink(input.raw, link);
    return link;
  }
  const stream = await streamOf(input, stdin);
  if (stream === null) return input.path;
  const path = copy();
  const file = openWholeFile(path, { flush: false });
  try {
    for await (const chunk of within(stream, nameOf(input), limits)) file.append(chunk);
    file.finish();
  } finally {
    file.discard();
  }
  return path;
}

/** What messages and records call an input. */
export function nameOf({ path }: Input): string {
  return path === STDIN ? STDIN_NAME : path;
}

/** Null for a file that can be read as often as one likes. */
async function streamOf(input: Input, stdin: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array> | null> {
  if (input.refused !== undefined) throw input.refused;
  if (input.unlisted !== undefined) throw unlisted(input.path, input.unlisted);
  if (input.path === STDIN) return stdin;
  const status = input.named ? await stat(input.path).catch(() => null) : null;
  return status !== null && (status.isFIFO() || status.isCharacterDevice()) ? createReadStream(input.path) : null;
}

async function* within(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  { bytesPerFile }: Limits,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > bytesPerFile) throw fileTooLarge(name, bytesPerFile);
    yield chunk;
  }
}

function unlisted(path: string, cause: Error): Failure {
  return new Failure(
    'unreadable',
    `${path}: the folder can't be listed (${cause.message}). Check its permissions.`,
    `${path}：无法列出该文件夹（${cause.message}）。请检查权限。`,
    { cause },
  );
}
