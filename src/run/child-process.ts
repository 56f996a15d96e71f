import { type ChildProcess as NodeChild, spawn } from 'node:child_process';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { OutputError } from '../emit/files/output-error.js';
import { Failure } from '../schema/failure.js';
import { CHANNEL } from './channel.js';
import type { DocumentTime } from './document-time.js';
import { linesOf } from './lines.js';
import { Message, type Task, TASK_RESULTS, type TaskResults } from './task.js';
import { watchOver, type Watch } from './watch.js';

/** Messages are short: counts, or a reason. Whoever sends more is not to be trusted. */
const MESSAGE_BYTES = 64 * 1024;
/** So much of what a dying child writes on standard error is kept. */
const LAST_WORDS_CHARACTERS = 2_000;
/** From the polite signal to the one that can't be refused. */
const GRACE_MILLISECONDS = 1_000;

/** What a child gets of the environment: where programs, libraries and temporary files are, and the language; no secrets. */
const ENVIRONMENT = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SYSTEMROOT', 'LD_LIBRARY_PATH'] as const;

/** What V8 says when it ends because its heap is full. */
const HEAP_FULL = /heap out of memory/i;

/** The child ended while it did a task: by itself, or because somebody else killed it. */
export class ChildDied extends Error {
  override readonly name = 'ChildDied';

  constructor(
    /** The exit code or the signal. */
    readonly how: string,
    readonly isOutOfMemory: boolean,
  ) {
    super(how);
  }
}

/** A child process that does one task after the other. */
export interface Child {
  readonly pid: number;
  /** Tasks that it has begun. */
  readonly begun: number;
  /** What it held after its last task, in bytes. */
  readonly residentBytes: number;
  readonly isAlive: boolean;
  /**
   * @throws Failure what ended the document; `timed-out` and `out-of-memory` end the child too
   * @throws OutputError, ChildDied
   */
  run<T extends Task>(task: T, time: DocumentTime): Promise<TaskResults[T['type']]>;
  /** Lets it end when it has nothing more to do. */
  close(): Promise<void>;
  /** Ends it at once, with all its own children. */
  kill(): void;
}

/** Starts a child: a program with its arguments, to which the number of this process is added. */
export function startChild([program = '', ...parameters]: readonly string[]): Child {
  const process_ = spawn(program, [...parameters, String(process.pid)], {
    detached: true, // a process group of its own: what it starts ends with it, and Ctrl-C on the terminal is not for it
    env: Object.fromEntries(ENVIRONMENT.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  return new PoolChild(process_);
}

class PoolChild implements Child {
  readonly pid: number;
  begun = 0;
  residentBytes = 0;
  isAlive = true;
  readonly #channel: Duplex;
  readonly #messages: AsyncGenerator<string>;
  readonly #ended: Promise<string>;
  #lastWords = '';

  constructor(private readonly node: NodeChild) {
    this.pid = node.pid ?? 0;
    this.#channel = node.stdio[CHANNEL] as Duplex;
    this.#channel.on('error', () => undefined); // the end of the process says it
    this.#messages = linesOf(this.#channel, MESSAGE_BYTES);
    node.stderr?.on('data', (bytes: Buffer) => {
      this.#lastWords = (this.#lastWords + bytes.toString()).slice(-LAST_WORDS_CHARACTERS);
    });
    this.#ended = new Promise((resolve) => {
      node.once('error', (error) => {
        this.isAlive = false;
        resolve(error.message);
      });
      node.once('exit', (code, signal) => {
        this.isAlive = false;
        this.#signal('SIGKILL'); // what it leaves behind
        resolve(signal ?? `exit code ${String(code)}`);
      });
    });
  }

  async run<T extends Task>(task: T, time: DocumentTime): Promise<TaskResults[T['type']]> {
    this.begun += 1;
    const watch = watchOver(this.pid, task, time, (failure) => {
      void this.#giveUp(failure);
    });
    try {
      this.#channel.write(`${JSON.stringify(task)}\n`);
      const message = await this.#answer(watch);
      if (message.type !== 'done') throw errorOf(message);
      this.residentBytes = message.residentBytes;
      return TASK_RESULTS[task.type].parse(message.value) as TaskResults[T['type']];
    } catch (error) {
      if (watch.failure !== null) {
        await this.#ended;
        throw watch.failure;
      }
      throw error;
    } finally {
      watch.stop();
    }
  }

  async #answer(watch: Watch): Promise<Exclude<Message, { type: 'progress' }>> {
    try {
      for (;;) {
        const next = await this.#messages.next();
        if (next.done === true) break;
        const message = Message.parse(JSON.parse(next.value));
        if (message.type !== 'progress') return message;
        watch.progress();
      }
    } catch {
      this.kill(); // what it says is none of what a child says
    }
    const how = await this.#ended;
    throw new ChildDied(how, HEAP_FULL.test(this.#lastWords));
  }

  /** Politely, so that what it has begun can be cleared away; then not. Memory is taken quickly: there is no time for it. */
  async #giveUp({ code }: Failure): Promise<void> {
    if (code !== 'out-of-memory') {
      this.#signal('SIGTERM');
      await this.#endedOrLate();
    }
    this.kill();
  }

  async close(): Promise<void> {
    this.#channel.end();
    await this.#endedOrLate();
    this.kill();
    await this.#ended;
  }

  async #endedOrLate(): Promise<void> {
    await Promise.race([this.#ended, setTimeout(GRACE_MILLISECONDS, undefined, { ref: false })]);
  }

  kill(): void {
    this.#signal('SIGKILL');
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.pid === 0) return;
    try {
      if (process.platform === 'win32') this.node.kill(signal);
      else process.kill(-this.pid, signal);
    } catch {
      // It has ended, and so have all whom it began.
    }
  }
}

function errorOf(message: Exclude<Message, { type: 'progress' | 'done' }>): Error {
  switch (message.type) {
    case 'failure':
      return new Failure(message.code, message.message, message.messageZh);
    case 'unwritable':
      return new OutputError(message.place, Object.assign(new Error(message.message), { code: message.code }));
    case 'defect':
      return new Error(message.message);
  }
}
