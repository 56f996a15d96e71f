import { plainCharacters } from '../../src/normalize/text/characters.js';
import { titleKindOf } from '../../src/normalize/vocabulary/words.js';
import type { Cell, Line, Sheet } from '../../src/schema/sheet.js';
import { compact } from './signs.js';

/** What a page prints of itself, and what stands over a form: it may stand between a form's rows. */
const PAGE_MARK = /^(?:[-—–·~]*\d{1,4}[-—–·~]*|第\d{1,4}页.*|\d{1,4}\/\d{1,4}页?|page\d+)$/i;
const YEAR = /^[([（【]?(?:20\d{2}|二[〇○零0]..)(?:年度?)?[)\]）】]?$/;
const UNIT = /(?:金额|货币|计量|预算)?单位[:：]?.{1,8}/;

const isKnown = (printed: string) => {
  const text = plainCharacters(printed).replace(/\p{Cc}/gu, '');
  if (text === '') return true;
  return [PAGE_MARK, YEAR, UNIT].some((pattern) => pattern.test(text)) || titleKindOf(text) !== null;
};

type Item = { readonly key: Cell | Line; readonly text: string };

const itemsOf = (sheets: readonly Sheet[]): Item[] =>
  sheets
    .flatMap(({ lines, cells }) => [
      ...lines.map((line) => ({ key: line, text: compact(line.text) })),
      ...cells.map((cell) => ({ key: cell, text: compact(cell.text) })),
    ])
    .filter(({ text }) => text !== '');

/**
 * The characters outside every form, and the texts that stand between two of one form's and belong to none. `formOf`: the forms that a
 * cellor line is in.
 */
export function outsideOf(
  sheets: readonly Sheet[],
  formOf: ReadonlyMap<Cell | Line, readonly number[]>,
): { readonly characters: number; readonly lost: readonly string[] } {
  const items = itemsOf(sheets);
  const last = new Map<number, number>();
  items.forEach(({ key }, index) => formOf.get(key)?.forEach((form) => last.set(form, index)));
  const open = new Set<number>();
  let characters = 0;
  const lost: string[] = [];
  items.forEach(({ key, text }, index) => {
    const forms = formOf.get(key);
    forms?.forEach((form) => open.add(form));
    if (forms !== undefined) return;
    characters += text.length;
    const isWithin = [...open].some((form) => (last.get(form) ?? 0) > index);
    if (isWithin && !isKnown(text)) lost.push(text);
  });
  return { characters, lost };
}
