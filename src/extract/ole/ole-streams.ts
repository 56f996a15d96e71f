/**
 * The names of the streams and storages in an OLE compound file (MS-CFB 2.6, directory entries). Every place where an entry may stand is
 * looked at, as an entry of its own: no chain is followed, so a damaged file tells as much as a whole one, and none has a cycle.
 */
export function oleStreamsOf(bytes: Uint8Array): ReadonlySet<string> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new Set<string>();
  for (let at = HEADER_BYTES; at + ENTRY_BYTES <= view.length; at += ENTRY_BYTES) {
    const length = view.readUInt16LE(at + NAME_LENGTH_AT);
    const type = view[at + TYPE_AT] ?? 0;
    const isNamed = length >= 4 && length <= NAME_LENGTH_AT && length % 2 === 0;
    if (!isNamed || !ENTRY_TYPES.includes(type) || view.readUInt16LE(at + length - 2) !== 0) continue;
    const name = view.toString('utf16le', at, at + length - 2);
    if (names.size < MOST_NAMES && KNOWN.test(name)) names.add(name);
  }
  return names;
}

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Bytes of the name with its final NUL stand behind the 64 bytes of the name, the kind of entry behind them. */
const NAME_LENGTH_AT = 64;
const TYPE_AT = 66;
/** Storage, stream, root. */
const ENTRY_TYPES = [1, 2, 5];
/** Names of programs' own streams; what else looks like an entry may be a part of a stream. */
const KNOWN = /^[\x01-\x06]?[\w ]+$/;
const MOST_NAMES = 1_000;
