import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** APPNOTE.TXT of PKWARE: the central directory's entries, and where their local headers end. */
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;

/** The files in a ZIP archive as texts, by name. */
export function unzip(path: string): Map<string, string> {
  const bytes = readFileSync(path);
  const files = new Map<string, string>();
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(ENTRY);
  for (let at = bytes.indexOf(signature); at >= 0 && at + ENTRY_BYTES <= bytes.length;) {
    if (bytes.readUInt32LE(at) !== ENTRY) break;
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const name = bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + (nameLength ?? 0));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + LOCAL_BYTES + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    files.set(name, (method === 0 ? data : inflateRawSync(data)).toString('utf8'));
    at += ENTRY_BYTES + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return files;
}
