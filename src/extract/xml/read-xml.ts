import { SaxesParser } from 'saxes';

/** What an element begins with, as written: a name may have a prefix before a colon. */
export type Attributes = Readonly<Record<string, string>>;

/** Told of a document's parts in order. Element names come without their prefixes: programs choose them freely. */
export interface XmlEvents {
  open(element: string, attributes: Attributes): void;
  close(element: string): void;
  text(text: string): void;
}

/** Elements within elements. No document that anybody wrote nests so deep. */
const MOST_NESTED = 512;

/** What is no XML, or nested without end. */
export class BadXml extends Error {
  override readonly name = 'BadXml';
}

/** An attribute's value by its name without a prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const own = attributes[name];
  if (own !== undefined) return own;
  const ending = `:${name}`;
  for (const key in attributes) if (key.endsWith(ending)) return attributes[key];
  return undefined;
}

/**
 * Reads XML piece by piece. No document type, entity or link in it is followed: saxes knows the five entities of XML alone, and any other
 * one is an error.
 *
 * @throws BadXml
 */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: false });
  #depth = 0;
  #decoder: InstanceType<typeof TextDecoder> | null = null;

  constructor(events: XmlEvents) {
    const parser = this.#parser;
    parser.on('error', (error) => {
      throw new BadXml(error.message);
    });
    parser.on('opentag', ({ name, attributes }) => {
      this.#depth += 1;
      if (this.#depth > MOST_NESTED) throw new BadXml(`more than ${MOST_NESTED} elements within each other`);
      events.open(localName(name), attributes);
    });
    parser.on('closetag', ({ name }) => {
      this.#depth -= 1;
      events.close(localName(name));
    });
    parser.on('text', (text) => {
      events.text(text);
    });
    parser.on('cdata', (text) => {
      events.text(text);
    });
  }

  push(chunk: Uint8Array): void {
    this.#decoder ??= new TextDecoder(encodingOf(chunk));
    this.#parser.write(this.#decoder.decode(chunk, { stream: true }));
  }

  end(): void {
    const rest = this.#decoder?.decode();
    if (rest) this.#parser.write(rest);
    this.#parser.close();
  }
}

/** Reads XML that is there as a whole. @throws BadXml */
export function readXml(bytes: Uint8Array, events: XmlEvents): void {
  const reader = new XmlReader(events);
  reader.push(bytes);
  reader.end();
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** Bytes in which an XML declaration stands. */
const DECLARATION_WITHIN = 200;
const DECLARED = /^[^<]{0,4}<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/;

/** By the byte order mark, else as declared, else UTF-8 (XML 1.0, appendix F). */
function encodingOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, DECLARATION_WITHIN)).toString('latin1');
  if (head.startsWith('\xff\xfe') || head.startsWith('<\0')) return 'utf-16le';
  if (head.startsWith('\xfe\xff') || head.startsWith('\0<')) return 'utf-16be';
  const declared = DECLARED.exec(head)?.[1]?.toLowerCase();
  return declared !== undefined && /^gb(?:k|2312|18030)$/.test(declared) ? 'gb18030' : 'utf-8';
}
