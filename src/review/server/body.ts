import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { refused } from '../refused.js';

/** A request for a decision is small. Bytes. */
const JSON_BYTES = 128 * 1024;

/** What a request carries, as JSON of a schema. */
export async function jsonOf<T extends z.ZodType>(request: IncomingMessage, schema: T): Promise<z.infer<T>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > JSON_BYTES) throw refused(413, 'too-large', 'The request is too large.', '请求过大。');
    chunks.push(chunk);
  }
  const parsed = schema.safeParse(parse(Buffer.concat(chunks).toString()));
  if (!parsed.success) throw refused(400, 'not-understood', 'The request can’t be understood.', '无法理解该请求。');
  return parsed.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
