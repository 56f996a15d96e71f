/** Bytes that come in chunks, put into one piece of memory: no second copy of a large file is made where its size is known. */
export class GatheredBytes {
  #bytes: Uint8Array;
  #size = 0;

  /** `expected` is how many bytes will come, as far as anyone knows. */
  constructor(expected: number) {
    this.#bytes = new Uint8Array(expected);
  }

  /** Copies a chunk. */
  add(chunk: Uint8Array): void {
    const size = this.#size + chunk.length;
    if (size > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(size, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#size));
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.#size);
    this.#size = size;
  }

  /** All of them. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#size);
  }
}
