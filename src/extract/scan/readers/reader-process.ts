import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Grey } from '../grey.js';
import { type LineReading, type OcrEngine, ReaderFailed } from './ocr-engine.js';
import { type EngineName, ReaderAnswer, type ReaderRequest } from './reader-messages.js';

export interface ReaderProcessOptions {
  /** The program; another one in tests. */
  readonly program?: URL;
  /** For opening an engine, and for each line. */
  readonly openingMilliseconds?: number;
  readonly lineMilliseconds?: number;
}

const OPENING_MILLISECONDS = 60_000;
const LINE_MILLISECONDS = 10_000;
/** Lines that are sent at once: a deadline is for so many. */
const LINES_AT_ONCE = 16;
/** Lines after which the process is replaced: what engines hold on to goes with it. The same lines are read the same before and after. */
const LINES_PER_PROCESS = 20_000;

/** A process with engines in it, started when the first line is to be read, again when it died, and ended with this process. */
export class ReaderProcess {
  readonly #options: Required<ReaderProcessOptions>;
  #child: ChildProcess | null = null;
  #lines = 0;
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

  async #readTwice(engine: EngineName, lines: readonly Grey[]): Promise<readonly LineReading[]> {
    try {
      return await this.#ask(engine, lines);
    } catch (error) {
      if (error instanceof EngineMissing) throw error;
      this.close();
      return this.#ask(engine, lines);
    }
  }

  #ask(engine: EngineName, lines: readonly Grey[]): Promise<readonly LineReading[]> {
    if (this.#lines + lines.length > LINES_PER_PROCESS) this.close();
    const child = this.#started();
    this.#lines += lines.length;
    const request: ReaderRequest = { id: this.#next, engine, lines };
    this.#next += 1;
    const { openingMilliseconds, lineMilliseconds } = this.#options;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => {
          end(new ReaderFailed(`${engine} does not answer`));
        },
        openingMilliseconds + lines.length * lineMilliseconds,
      );
      const end = (outcome: ReaderFailed | readonly LineReading[]) => {
        clearTimeout(timer);
        child.removeAllListeners('message');
        child.removeAllListeners('exit');
        child.removeAllListeners('error');
        child.unref();
        child.channel?.unref();
        if (outcome instanceof ReaderFailed) reject(outcome);
        else resolve(outcome);
      };
      child.once('exit', (code, signal) => {
        this.#child = null;
        end(new ReaderFailed(`${engine} ended (${signal ?? `exit code ${String(code)}`})`));
      });
      child.once('error', (error) => {
        end(new ReaderFailed(error.message));
      });
      child.on('message', (message) => {
        end(outcomeOf(message, request));
      });
      child.ref();
      child.channel?.ref();
      child.send(request, (error) => {
        if (error) end(new ReaderFailed(error.message));
      });
    });
  }

  #started(): ChildProcess {
    if (this.#child?.connected === true) return this.#child;
    this.#lines = 0;
    const { program } = this.#options;
    const isSource = import.meta.url.endsWith('.ts');
    const path = fileURLToPath(program);
    this.#child = fork(isSource ? path.replace(/\.js$/, '.ts') : path, {
      // From the sources, as tests have them, it needs a loader.
      execArgv: isSource ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.setMaxListeners(20);
    return this.#child;
  }
}

/** The engine said that it can't read at all: asking again is of no use. */
class EngineMissing extends ReaderFailed {}

function outcomeOf(message: unknown, { id, lines, engine }: ReaderRequest): ReaderFailed | readonly LineReading[] {
  const answer = ReaderAnswer.safeParse(message);
  if (!answer.success || answer.data.id !== id) return new ReaderFailed(`${engine} gives no readings`);
  if ('error' in answer.data) return new EngineMissing(`${engine}: ${answer.data.error}`);
  if (answer.data.readings.length !== lines.length) return new ReaderFailed(`${engine} gives other lines`);
  return answer.data.readings;
}
