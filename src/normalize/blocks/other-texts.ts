import type { Other } from '../../schema/record.js';

const LABELLED = /^([^：:，。；]{2,12})：(.+)$/s;

/** A text that names itself, as 报表编号：…, with its label apart. */
function labelled({ label, text }: Other): Other {
  const [, name, value] = (label === '' ? LABELLED.exec(text) : null) ?? [];
  return name !== undefined && value !== undefined ? { label: name, text: value } : { label, text };
}

/** Each text once: a merged cell that was taken apart repeats it. */
function distinct(other: readonly Other[]): Other[] {
  const seen = new Set<string>();
  return other.filter(({ label, text }) => {
    const key = `${label}\n${text}`;
    if (text === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What no field holds, each text once, under its label or the one that it begins with. */
export const otherTexts = (other: readonly Other[]): Other[] => distinct(other.map(labelled));
