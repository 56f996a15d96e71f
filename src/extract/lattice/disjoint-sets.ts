/** Union–find over the numbers from 0 (Tarjan 1975), with path halving. */
export class DisjointSets {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, index) => index);
  }

  rootOf(member: number): number {
    let at = member;
    for (;;) {
      const parent = this.#parents[at] ?? at;
      if (parent === at) return at;
      const grand = this.#parents[parent] ?? parent;
      this.#parents[at] = grand;
      at = grand;
    }
  }

  /** The smaller root stays, so that a set is named by its first member. */
  unite(a: number, b: number): void {
    const [rootA, rootB] = [this.rootOf(a), this.rootOf(b)];
    if (rootA !== rootB) this.#parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }
}
