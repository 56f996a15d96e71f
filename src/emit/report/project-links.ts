import type { ReportProject } from './collect.js';
import { both, escaped, shortened } from './html.js';

/** So many projects are named behind a figure; the workbook and the tables hold them all. */
const NAMED = 40;
/** Characters of a project's name in a list. */
const NAME_CHARACTERS = 14;

/** Links from figures to the rows of the projects that make them up. Remembers which rows must be there. */
export class ProjectLinks {
  readonly linked = new Set<number>();

  constructor(private readonly projects: readonly ReportProject[]) {}

  /** A number that opens to the projects behind it. */
  behind(said: string, numbers: Iterable<number>): string {
    const all = [...numbers];
    if (all.length === 0) return said;
    const named = all.slice(0, NAMED);
    for (const number of named) this.linked.add(number);
    const links = named.map((number) => `<a href="#p${number + 1}">${this.#name(number)}</a>`);
    const more = all.length - named.length;
    const others =
      more === 0 ? '' : both({ zh: `，另有 ${more} 个，见工作簿`, en: `, and ${more} more; see the workbook` });
    return `<details><summary>${said}</summary>${links.join('、')}${others}</details>`;
  }

  #name(number: number): string {
    const name = this.projects[number]?.name ?? '';
    return name === '' ? `#${number + 1}` : escaped(shortened(name, NAME_CHARACTERS));
  }
}
