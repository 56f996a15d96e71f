import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import type { Executor } from '../../run/executor.js';
import { FolderInUse, takeLock } from '../../run/lock.js';
import { OutputError, writing } from '../../emit/files/output-error.js';
import { DroppedFiles } from '../session/dropped-files.js';
import { Refused, refused } from '../refused.js';
import { Review } from '../session/review.js';
import { pageFiles } from './page-files.js';
import { Pictures } from './pictures.js';
import { answerTo, type Serving } from './routes.js';
import { SourceTables } from './source-tables.js';
import { type Gate, HEADERS, passed } from './security.js';

/** Only this machine. */
const HOST = '127.0.0.1';
const TOKEN_BYTES = 24;
/** Hidden, and so never read as an input. */
const WORK = '.zipingbiao';

export interface ReviewServerOptions {
  readonly folder: string;
  /** Who decides, until the page says otherwise. */
  readonly by: string;
  readonly version: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly executor: Executor;
  readonly password?: string | undefined;
}

export interface ReviewServer {
  /** The page's address, with the token. */
  readonly address: string;
  readonly review: Review;
  /** Ends it; what was decided and is not in the tables yet is written into them. */
  close(): Promise<void>;
}

/**
 * Serves the review of a folder on this machine, one review at a time.
 *
 * @throws FolderInUse, NoResults, OutputError
 */
export async function openReviewServer(options: ReviewServerOptions): Promise<ReviewServer> {
  const { folder, by, version, executor, password } = options;
  const files = pageFiles();
  writing(folder, () => mkdirSync(join(folder, WORK), { recursive: true }));
  const unlock = takeLock(folder, join(folder, WORK, 'review.lock'));
  try {
    const review = await Review.open(folder, { by, version });
    const pictures = new Pictures({ folder, executor, password, options: review.index.manifest.options });
    const tables = new SourceTables({ folder, executor, password, options: review.index.manifest.options });
    const dropped = new DroppedFiles({ review, executor, password });
    const gate = { token: randomBytes(TOKEN_BYTES).toString('base64url') };
    const { server, port } = await listening(options.port, gate.token, { review, pictures, tables, dropped, files });
    return {
      address: `http://${HOST}:${port}/${gate.token}/`,
      review,
      async close() {
        server.close();
        server.closeAllConnections();
        await dropped.settled();
        pictures.close();
        tables.close();
        try {
          if (review.unwritten > 0) await review.write();
        } finally {
          unlock();
        }
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function listening(wanted: number, token: string, serving: Serving): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    void respond(request, response, { port: portOf(server), token }, serving);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, HOST, resolve);
  });
  return { server, port: portOf(server) };
}

const portOf = (server: Server) => (server.address() as AddressInfo | null)?.port ?? 0;

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  gate: Gate,
  serving: Serving,
): Promise<void> {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  try {
    const path = passed(request, gate);
    const { type, body } = await answerTo(path, request, serving);
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  } catch (error) {
    const { status, refusal } = refusalOf(error);
    // What it still sends is not read.
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', connection: 'close' });
    response.end(JSON.stringify(refusal));
  }
}

function refusalOf(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof FolderInUse)
    return refused(
      409,
      'in-use',
      'A run is writing into the folder. Wait until it has ended.',
      '另一次运行正在写入该文件夹，请稍候。',
    );
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof OutputError)
    return refused(
      507,
      'not-written',
      `It could not be written (${message}). Nothing was decided.`,
      `无法写入（${message}），决定未保存。`,
    );
  return refused(500, 'internal', message, message);
}
