import { attribute, childOf, type Element, treeOf } from '../xml/tree.js';
import { numberIn } from './number-formats.js';

/** A paragraph's place in a list: which list, and how deep, from 0. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** With `%1` for the number of the first level; see `numberIn`. */
  readonly text: string;
  readonly hasGap: boolean;
}

/** Levels of a list (ECMA-376-1, 17.9.6). */
const MOST_LEVELS = 9;
/** Styles that go back on each other. */
const MOST_BASED = 16;

const valueOf = (element: Element | undefined, name: string) => attribute(childOf(element, name), 'val');
const children = (element: Element | undefined, name: string) =>
  (element?.children ?? []).filter((child) => child.name === name);

/**
 * The numbers that Word writes before the paragraphs of lists (ECMA-376-1, 17.9), which stand nowhere in the text. Paragraphs come in reading
 * order; bullets are no text.
 */
export class Numbering {
  /** For each list, the numbering that it follows: lists of the same one count on. */
  readonly #follows = new Map<string, string>();
  readonly #levels = new Map<string, Map<number, Level>>();
  /** Lists that begin anew at a level, with the number. */
  readonly #restarts = new Map<string, Map<number, number>>();
  readonly #styles: Map<string, Element>;
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** From `numbering.xml` and `styles.xml`. @throws BadXml */
  constructor(numbering: Uint8Array, styles: Uint8Array | null) {
    const root = treeOf(numbering);
    for (const each of children(root, 'abstractNum'))
      this.#levels.set(attribute(each, 'abstractNumId') ?? '', levelsOf(each));
    for (const each of children(root, 'num')) {
      const list = attribute(each, 'numId') ?? '';
      this.#follows.set(list, valueOf(each, 'abstractNumId') ?? '');
      const restarts = children(each, 'lvlOverride').flatMap((override): [number, number][] => {
        const start = Number(valueOf(override, 'startOverride') ?? Number.NaN);
        return Number.isInteger(start) ? [[Number(attribute(override, 'ilvl') ?? 0), start]] : [];
      });
      this.#restarts.set(list, new Map(restarts));
    }
    const known = styles === null ? [] : children(treeOf(styles), 'style');
    this.#styles = new Map(known.map((style) => [attribute(style, 'styleId') ?? '', style]));
  }

  /** What stands before a paragraph's text; '' where nothing does. `own`: what the paragraph itself says, the rest is its style's. */
  labelOf(own: Partial<ListPlace>, style: string | null): string {
    const { list = '', level = 0 } = { ...this.#placeByStyle(style), ...own };
    const follows = this.#follows.get(list);
    const levels = follows === undefined ? undefined : this.#levels.get(follows);
    const at = levels?.get(level);
    if (follows === undefined || levels === undefined || at === undefined || level >= MOST_LEVELS) return '';
    const counts = this.#countsOf(list, follows);
    counts[level] = (counts[level] ?? at.start - 1) + 1;
    counts.length = level + 1;
    const number = (_: string, digit: string) => {
      const of = levels.get(Number(digit) - 1);
      return of === undefined ? '' : numberIn(of.format, counts[Number(digit) - 1] ?? of.start);
    };
    const label = at.format === 'bullet' ? '' : at.text.replace(/%(\d)/g, number).trim();
    return label === '' ? '' : label + (at.hasGap ? ' ' : '');
  }

  #countsOf(list: string, follows: string): (number | undefined)[] {
    const counts = this.#counts.get(follows) ?? [];
    this.#counts.set(follows, counts);
    if (!this.#begun.has(list)) {
      this.#begun.add(list);
      for (const [level, start] of this.#restarts.get(list) ?? []) if (level < MOST_LEVELS) counts[level] = start - 1;
    }
    return counts;
  }

  #placeByStyle(style: string | null): Partial<ListPlace> {
    let id = style ?? undefined;
    for (let step = 0; id !== undefined && step < MOST_BASED; step += 1) {
      const element = this.#styles.get(id);
      const properties = childOf(childOf(element, 'pPr'), 'numPr');
      const list = valueOf(properties, 'numId');
      if (list !== undefined) return { list, level: Number(valueOf(properties, 'ilvl') ?? 0) || 0 };
      id = valueOf(element, 'basedOn');
    }
    return {};
  }
}

function levelsOf(abstract: Element): Map<number, Level> {
  return new Map(
    children(abstract, 'lvl').map((level) => [
      Number(attribute(level, 'ilvl') ?? 0),
      {
        start: Number(valueOf(level, 'start') ?? 0) || 0,
        format: valueOf(level, 'numFmt') ?? 'decimal',
        text: valueOf(level, 'lvlText') ?? '',
        hasGap: valueOf(level, 'suff') !== 'nothing',
      },
    ]),
  );
}
