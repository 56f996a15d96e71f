import type { Transferable } from 'node:worker_threads';
import { PDFWorker, WorkerMessageHandler } from './library/pdfjs-library.js';

/**
 * The port between the two halves of pdf.js, which in Node run in one thread. What pdf.js puts there clones every message, as between
 * two threads: a tenth of the time that a page takes, most of it for operator lists, which nobody changes. This one hands their
 * operators over as they are, and clones the rest.
 */
export class LoopbackPort {
  readonly #listeners = new Set<Listener>();
  readonly #before = Promise.resolve();
  #operators = 0;

  postMessage(message: unknown, transfer?: Transferable[]): void {
    const data = isChunk(message)
      ? this.#withOwnArrays(message)
      : structuredClone(message, transfer ? { transfer } : undefined);
    void this.#before.then(() => {
      for (const listener of [...this.#listeners]) listener.call(this, { data });
    });
  }

  /** The sender empties its arrays once they are sent. */
  #withOwnArrays(message: Chunk): Chunk {
    const { chunk } = message;
    this.#operators += chunk.fnArray.length;
    const argsArray = this.#operators > MANY_OPERATORS ? chunk.argsArray.map(withoutRoom) : [...chunk.argsArray];
    return { ...message, chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray } };
  }

  addEventListener(_: 'message', listener: Listener, { signal }: { readonly signal?: AbortSignal } = {}): void {
    if (signal?.aborted) return;
    signal?.addEventListener('abort', () => {
      this.removeEventListener('message', listener);
    });
    this.#listeners.add(listener);
  }

  removeEventListener(_: 'message', listener: Listener): void {
    this.#listeners.delete(listener);
  }
}

type Listener = (event: { readonly data: unknown }) => void;

/** A part of an operator list, as the reading half sends it. */
interface Chunk {
  readonly chunk: { readonly fnArray: unknown[]; readonly argsArray: unknown[] };
}

const isChunk = (message: unknown): message is Chunk =>
  typeof message === 'object' &&
  message !== null &&
  'chunk' in message &&
  typeof message.chunk === 'object' &&
  message.chunk !== null &&
  'fnArray' in message.chunk;

/** Operators of a document from which on memory counts. */
const MANY_OPERATORS = 50_000;

/** pdf.js's operands have room for more in their arrays, at several times the memory; a copy has none. */
const withoutRoom = (operands: unknown) => (Array.isArray(operands) ? (operands as unknown[]).slice() : operands);

/** What pdf.js takes for a worker: its reading half, in this thread, behind such a port. For one document, and ended with it. */
export function workerInThread(verbosity: number): PDFWorker {
  const port = new LoopbackPort();
  WorkerMessageHandler.initializeFromPort(port);
  return PDFWorker.create({ port, verbosity });
}
