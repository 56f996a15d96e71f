import { isUtf8 } from 'node:buffer';

/** The flag of an entry whose name is UTF-8 (APPNOTE 6.3.10, 4.4.4, bit 11). */
const NAME_IS_UTF8 = 1 << 11;

/** Chinese programs without that flag write names in the code page of their system. */
const gb18030 = new TextDecoder('gb18030');

/** An entry's name: UTF-8 where the flag or the bytes say so, else GB18030. Slashes part folders. */
export function entryNameOf(raw: Buffer, flags: number): string {
  const text = (flags & NAME_IS_UTF8) !== 0 || isUtf8(raw) ? raw.toString('utf8') : gb18030.decode(raw);
  return text.replaceAll('\\', '/');
}
