/** Text of the page in both languages; a switch without script shows one of them. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What HTML can't hold: control characters but for white space, and lone surrogates. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/gu;

/** A text from a form as HTML; also within an attribute in double quotes. */
export function escaped(text: string): string {
  return text.replace(UNWRITABLE, '\uFFFD').replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** Both languages' words, each in an element of its own; they are the program's, and HTML already. */
export function both({ zh, en }: Both, element: 'span' | 'tspan' = 'span'): string {
  return `<${element} lang="zh" class="zh">${zh}</${element}><${element} lang="en" class="en">${en}</${element}>`;
}

/** At most so many code points of a text, with … where it goes on. */
export function shortened(text: string, characters: number): string {
  const all = Array.from(text);
  return all.length > characters ? `${all.slice(0, characters).join('')}…` : text;
}
