/** How a file information block begins, at a sector of the compound file, and its flag for encrypted text (MS-DOC 2.5.2). */
const FIB = 0xa5ec;
const FLAGS_AT = 0x0a;
const ENCRYPTED = 0x0100;
const SECTOR_BYTES = 512;
/** Versions of Word from 6 on. */
const OLDEST_VERSION = 0x65;
const NEWEST_VERSION = 0x0200;

/** Whether a .doc is protected by a password. */
export function isEncryptedDoc(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = SECTOR_BYTES; at + FLAGS_AT + 2 <= view.length; at += SECTOR_BYTES) {
    if (view.readUInt16LE(at) !== FIB) continue;
    const version = view.readUInt16LE(at + 2);
    if (version >= OLDEST_VERSION && version <= NEWEST_VERSION)
      return (view.readUInt16LE(at + FLAGS_AT) & ENCRYPTED) !== 0;
  }
  return false;
}
