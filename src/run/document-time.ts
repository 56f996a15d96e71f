const SECOND = 1_000;

/**
 * The time that a document takes in all: that in which at least one of its tasks runs. Tasks that run side by side count once, and
 * waiting for a turn counts nothing.
 */
export class DocumentTime {
  #running = 0;
  #began = 0;
  #before = 0;

  /** `now`: milliseconds, from any beginning. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  get seconds(): number {
    return (this.#before + (this.#running > 0 ? this.now() - this.#began : 0)) / SECOND;
  }

  /** Counts while the work goes on. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running === 0) this.#began = this.now();
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
      if (this.#running === 0) this.#before += this.now() - this.#began;
    }
  }
}
