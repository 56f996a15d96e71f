import { type Attributes, attributeOf, readXml } from './read-xml.js';

/** An element with what stands in it; its name without a prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: Element[];
  /** Its own text, without that of elements in it. */
  text: string;
}

/** The root of XML that is there as a whole. @throws BadXml */
export function treeOf(bytes: Uint8Array): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  readXml(bytes, {
    open(name, attributes) {
      const element: Element = { name, attributes, children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close: () => void open.pop(),
    text(text) {
      const element = open.at(-1);
      if (element) element.text += text;
    },
  });
  return root.children[0] ?? root;
}

export const childOf = (element: Element | undefined, name: string) =>
  element?.children.find((child) => child.name === name);

/** The first element of this name below, whatever stands between. */
export function descendantsOf(element: Element | undefined, name: string): Element[] {
  if (element === undefined) return [];
  return element.children.flatMap((child) => (child.name === name ? [child] : descendantsOf(child, name)));
}

export const attribute = (element: Element | undefined, name: string) =>
  element === undefined ? undefined : attributeOf(element.attributes, name);

/** The numbers in a list that blanks part; none where one of them is none. */
export function numbersIn(text: string | undefined): number[] {
  const numbers = (text ?? '').trim().split(/\s+/).map(Number);
  return numbers.every(Number.isFinite) && (text ?? '').trim() !== '' ? numbers : [];
}
