/** Tells by a page's text whether it is worth reading. */
export type PageTest = (text: string) => boolean;

/**
 * Pages. What was begun on a page that is worth reading may go on for so many behind it that do not show it, as a cell full of prose
 * does: no cell of a form has filled as many.
 */
const PAGES_BEHIND = 4;

/**
 * Which pages can be passed over: those that the test does not want, and that stand behind no page it wants. The answer depends on the
 * pages alone, so that pages may be read in any order, and in parts.
 */
export class PassedOver {
  readonly #isWanted: (page: number) => Promise<boolean>;
  readonly #known = new Map<number, boolean>();

  /** `isWanted` looks at a page that was not noted. */
  constructor(isWanted: (page: number) => Promise<boolean>) {
    this.#isWanted = isWanted;
  }

  /** Keeps what was found out about a page. */
  note(page: number, isWanted: boolean): void {
    this.#known.set(page, isWanted);
  }

  /** True where neither the page, which was noted, nor one of those before it is wanted. */
  async has(page: number): Promise<boolean> {
    for (let at = page; at >= Math.max(1, page - PAGES_BEHIND); at -= 1) {
      const isWanted = this.#known.get(at) ?? (await this.#isWanted(at));
      this.#known.set(at, isWanted);
      if (isWanted) return false;
    }
    return true;
  }
}
