/**
 * The functions of the language that loading pdf.js replaces though they are there: the polyfills in its `legacy` build mend rare
 * cases (an array of more than 2^32 items, JSON with raw numbers) and cost everything else its time, `push` most of all. They are
 * remembered as this module is loaded, which must be before pdf.js is.
 */
const { push } = Array.prototype;
const { parse, stringify } = JSON;

/**
 * Puts them back. pdf.js does without what is mended; what Node lacks and pdf.js adds stays, but for `toBase64`, in which it writes each
 * font for a page that nobody looks at: Node has a faster way.
 */
export function putBackNativeFunctions(): void {
  put(Array.prototype, 'push', push);
  put(JSON, 'parse', parse);
  put(JSON, 'stringify', stringify);
  put(Uint8Array.prototype, 'toBase64', toBase64);
}

function toBase64(this: Uint8Array): string {
  return Buffer.from(this.buffer, this.byteOffset, this.byteLength).toString('base64');
}

function put(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, configurable: true, enumerable: false });
}
