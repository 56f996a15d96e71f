import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { DocumentSource } from '../extract/byte-source.js';
import { fileTooLarge } from '../extract/refusal.js';
import { Failure } from '../schema/failure.js';
import type { Limits } from '../schema/limits.js';
import { type Input, STDIN } from './inputs.js';

/** How messages and records call standard input. */
export const STDIN_NAME = 'stdin';

/** Where an input's bytes are. What can be read only once (standard input, a pipe that the user named) is read into memory. */
export async function sourceOf(
  input: Input,
  limits: Limits,
  stdin: AsyncIterable<Uint8Array>,
): Promise<DocumentSource> {
  if (input.unlisted !== undefined) throw unlisted(input.path, input.unlisted);
  if (input.path === STDIN) return { bytes: await readWhole(stdin, STDIN_NAME, limits), name: STDIN_NAME };
  const status = input.named ? await stat(input.path).catch(() => null) : null;
  if (status !== null && (status.isFIFO() || status.isCharacterDevice())) {
    return { bytes: await readWhole(createReadStream(input.path), input.path, limits), name: input.path };
  }
  return { path: input.path };
}

async function readWhole(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  { bytesPerFile }: Limits,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > bytesPerFile) throw fileTooLarge(name, bytesPerFile);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unlisted(path: string, cause: Error): Failure {
  return new Failure(
    'unreadable',
    `${path}: the folder can't be listed (${cause.message}). Check its permissions.`,
    `${path}：无法列出该文件夹（${cause.message}）。请检查权限。`,
    { cause },
  );
}
