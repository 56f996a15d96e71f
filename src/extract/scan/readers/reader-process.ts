import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Grey } from '../raster/raster.js';
import { type LineReading, type OcrEngine, ReaderFailed } from './ocr-engine.js';
import { type EngineName, ReaderAnswer, type ReaderRequest } from './reader-messages.js';

export interface ReaderProcessOptions {
  /** The program; another one in tests. */
  readonly program?: URL;
  /** For opening an engine, and for each line. */
  readonly openingMilliseconds?: number;
  readonly lineMilliseconds?: number;
}

/**
 * Many times what they take on a busy machine. Asking twice must take less than a document may go without progress (`secondsWithoutProgress`):
 * a reader that hangs is the page's trouble, not the document's.
 */
const OPENING_MILLISECONDS = 10_000;
const LINE_MILLISECONDS = 750;
const TRIES = 2;
/** Lines that are sent at once: a deadline is for so many. */
const LINES_AT_ONCE = 16;
/** Lines after which the process is replaced: what engines hold on to goes with it. The same lines are read the same before and after. */
const LINES_PER_PROCESS = 20_000;

/** A process with engines in it, started when the first line is to be read, again when it died, and ended with this process. */
export class ReaderProcess {
  readonly #options: Required<ReaderProcessOptions>;
  #child: ChildProcess | null = null;
  #lines = 0;
  /** Engines that have answered. */
  readonly #opened = new Set<EngineName>();
  #next = 1;
  /** One request at a time. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ReaderProcessOptions = {}) {
    this.#options = {
      program: new URL('./reader-child.js', import.meta.url),
      openingMilliseconds: OPENING_MILLISECONDS,
      lineMilliseconds: LINE_MILLISECONDS,
      ...options,
    };
  }

  /** An engine of the process. `read` throws {@link ReaderFailed} when asking again did not help either. */
  engine(engine: EngineName, name: string): OcrEngine {
    return {
      name,
      read: async (lines) => {
        const readings: LineReading[] = [];
        for (let start = 0; start < lines.length; start += LINES_AT_ONCE)
          readings.push(...(await this.#inTurn(engine, lines.slice(start, start + LINES_AT_ONCE))));
        return readings;
      },
      close: () => Promise.resolve(),
    };
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  #inTurn(engine: EngineName, lines: readonly Grey[]): Promise<readonly LineReading[]> {
    const turn = this.#last.then(() => this.#readTwice(engine, lines));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Who failed is not asked anything more: the process that is asked next is another one. */
  async #readTwice(engine: EngineName, lines: readonly Grey[]): Promise<readonly LineReading[]> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#ask(engine, lines);
      } catch (error) {
        if (error instanceof EngineMissing) throw error;
        this.close();
        if (tries === TRIES) throw error;
      }
    }
  }

  #ask(engine: EngineName, lines: readonly Grey[]): Promise<readonly LineReading[]> {
    if (this.#lines + lines.length > LINES_PER_PROCESS) this.close();
    const child = this.#started();
    this.#lines += lines.length;
    const request: ReaderRequest = { id: this.#next, engine, lines };
    this.#next += 1;
    const milliseconds = this.#millisecondsFor(engine, lines.length);
    return new Promise((resolve, reject) => {
      const onMessage = (message: unknown) => {
        end(outcomeOf(message, request));
      };
      const onExit = (code: number | null, signal: NodeJS.Signals | null) => {
        end(new ReaderFailed(`${engine} ended (${signal ?? `exit code ${String(code)}`})`));
      };
      const onError = (error: Error) => {
        end(new ReaderFailed(`${engine}: ${error.message}`));
      };
      const timer = setTimeout(() => {
        end(new ReaderFailed(`${engine} did not answer within ${milliseconds / 1_000} seconds`));
      }, milliseconds);
      const end = (outcome: ReaderFailed | readonly LineReading[]) => {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onExit).off('error', onError);
        child.unref();
        child.channel?.unref();
        if (outcome instanceof ReaderFailed) reject(outcome);
        else {
          this.#opened.add(engine);
          resolve(outcome);
        }
      };
      child.on('message', onMessage).on('exit', onExit).on('error', onError);
      child.ref();
      child.channel?.ref();
      child.send(request, (error) => {
        if (error) onError(error);
      });
    });
  }

  #millisecondsFor(engine: EngineName, lines: number): number {
    const { openingMilliseconds, lineMilliseconds } = this.#options;
    return (this.#opened.has(engine) ? 0 : openingMilliseconds) + lines * lineMilliseconds;
  }

  #started(): ChildProcess {
    if (this.#child?.connected === true) return this.#child;
    this.#lines = 0;
    this.#opened.clear();
    const { program } = this.#options;
    const isSource = import.meta.url.endsWith('.ts');
    const path = fileURLToPath(program);
    this.#child = fork(isSource ? path.replace(/\.js$/, '.ts') : path, {
      // From the sources, as tests have them, it needs a loader.
      execArgv: isSource ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.on('error', () => undefined); // who waits for an answer hears of it
    return this.#child;
  }
}

/** The engine can't be opened: asking again is of no use. */
class EngineMissing extends ReaderFailed {}

function outcomeOf(message: unknown, { id, lines, engine }: ReaderRequest): ReaderFailed | readonly LineReading[] {
  const answer = ReaderAnswer.safeParse(message);
  if (!answer.success || answer.data.id !== id) return new ReaderFailed(`${engine} gives no readings`);
  if ('missing' in answer.data) return new EngineMissing(`${engine}: ${answer.data.missing}`);
  if ('error' in answer.data) return new ReaderFailed(`${engine}: ${answer.data.error}`);
  if (answer.data.readings.length !== lines.length) return new ReaderFailed(`${engine} gives other lines`);
  return answer.data.readings;
}
