import type { Constant, Network, Operation } from './onnx-graph.js';

/** A network that is being rewritten: who gives and who takes what, kept up to date. */
export class Draft {
  readonly #network: Network;
  readonly #constants: Map<string, Constant>;
  #operations: Operation[];
  #givers = new Map<string, Operation>();
  #takers = new Map<string, Operation[]>();
  #made = 0;

  constructor(network: Network) {
    this.#network = network;
    this.#operations = [...network.operations];
    this.#constants = new Map(network.constants);
    this.#index();
  }

  get operations(): readonly Operation[] {
    return this.#operations;
  }

  network(): Network {
    const used = new Set(this.#operations.flatMap(({ inputs }) => inputs));
    return {
      ...this.#network,
      operations: this.#operations,
      constants: new Map([...this.#constants].filter(([name]) => used.has(name))),
    };
  }

  constant(name: string | undefined): Constant | null {
    return this.#constants.get(name ?? '') ?? null;
  }

  /** A name for a new constant. */
  add(constant: Constant): string {
    this.#made += 1;
    const name = `lighter.${this.#made}`;
    this.#constants.set(name, constant);
    return name;
  }

  /** The operation that gives something; null for a constant and for what the network is given. */
  giver(name: string | undefined): Operation | null {
    return this.#givers.get(name ?? '') ?? null;
  }

  /** The one operation that takes something that nothing else asks for; null where there are others or none. */
  onlyTaker(name: string | undefined): Operation | null {
    const takers = this.#takers.get(name ?? '') ?? [];
    return takers.length === 1 && !this.#network.outputs.has(name ?? '') ? (takers[0] ?? null) : null;
  }

  /** Puts operations in the place of the last of others; gives the first of them. */
  replace(old: readonly Operation[], first: Operation, ...more: readonly Operation[]): Operation {
    const last = Math.max(...old.map((operation) => this.#operations.indexOf(operation)));
    this.#operations = this.#operations.flatMap((operation, at) =>
      at === last ? [first, ...more] : old.includes(operation) ? [] : [operation],
    );
    this.#index();
    return first;
  }

  #index(): void {
    this.#givers = new Map(
      this.#operations.flatMap((operation) => operation.outputs.map((name) => [name, operation] as const)),
    );
    this.#takers = new Map();
    for (const operation of this.#operations)
      for (const name of new Set(operation.inputs)) {
        const takers = this.#takers.get(name);
        if (takers) takers.push(operation);
        else this.#takers.set(name, [operation]);
      }
  }
}
