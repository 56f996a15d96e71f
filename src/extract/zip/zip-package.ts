import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { Failure } from '../../schema/failure.js';
import type { Limits } from '../../schema/limits.js';
import { damagedPackage, encryptedFile, packageTooLarge } from './refusal.js';
import { entryNameOf } from './entry-name.js';

/** One file in a ZIP. */
export interface ZipEntry {
  /** With slashes between folders. */
  readonly name: string;
  /** As the ZIP declares it; reading fails where there is more. */
  readonly bytes: number;
  readonly isEncrypted: boolean;
}

/** A ZIP whose entries were counted before any of them is read. */
export interface ZipPackage {
  /** In the order of the ZIP's directory, folders left out. */
  readonly entries: readonly ZipEntry[];
  /** The entry of a name, whatever its case (ECMA-376-2, 7.2.3.5). */
  find(name: string): ZipEntry | undefined;
  /** The entry's bytes; what is wrong with those of a large one may show only at their end. @throws Failure `damaged`, `encrypted` */
  stream(entry: ZipEntry): AsyncGenerator<Uint8Array>;
  /** @throws Failure `damaged`, `encrypted` */
  read(entry: ZipEntry): Promise<Uint8Array>;
  /** Lets the file go that it was opened from. */
  close(): void;
}

/** Bytes. Smaller content may be packed as tightly as it likes. */
const RATIO_FROM_BYTES = 16 * 1024 ** 2;
/** Bytes. An entry up to this size is unpacked whole and held against its checksum before any of it is used. */
const WHOLE_BYTES = 32 * 1024 ** 2;

/**
 * Reads a ZIP's directory and counts its entries and their bytes; nothing is unpacked.
 *
 * @throws Failure `damaged`, `unpacks-too-large`
 */
export async function openZip(
  source: Uint8Array | { readonly path: string; readonly bytes: number },
  { name, limits, most = limits.unpackedBytes }: { name: string; limits: Limits; most?: number },
): Promise<ZipPackage> {
  const known = new Map<ZipEntry, Entry>();
  const packed = source instanceof Uint8Array ? source.length : source.bytes;
  let zip: ZipFile | null = null;
  try {
    zip = await zipFileOf(source);
    if (zip.entryCount > limits.entriesPerArchive) throw packageTooLarge(name, 'entriesPerArchive', limits);
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      const entryName = entryNameOf(entry.fileNameRaw, entry.generalPurposeBitFlag);
      unpacked += entry.uncompressedSize;
      if (unpacked > most) throw packageTooLarge(name, 'unpackedBytes', limits);
      if (unpacked > RATIO_FROM_BYTES && unpacked > packed * limits.timesUnpacked)
        throw packageTooLarge(name, 'timesUnpacked', limits);
      if (entryName.endsWith('/')) continue;
      known.set({ name: entryName, bytes: entry.uncompressedSize, isEncrypted: entry.isEncrypted() }, entry);
    }
  } catch (error) {
    zip?.close();
    throw error instanceof Failure ? error : damagedPackage(name, { cause: error });
  }
  const file = zip;
  const byName = new Map([...known.keys()].toReversed().map((entry) => [keyOf(entry.name), entry]));
  async function* unpacked(entry: ZipEntry): AsyncGenerator<Uint8Array> {
    const found = known.get(entry);
    if (found === undefined) return;
    if (entry.isEncrypted) throw encryptedFile(name);
    let sum = 0;
    try {
      const chunks: AsyncIterable<Uint8Array> = await file.openReadStreamPromise(found);
      for await (const chunk of chunks) {
        sum = crc32(chunk, sum);
        yield chunk;
      }
    } catch (error) {
      throw damagedPackage(name, { cause: error });
    }
    if (sum !== found.crc32) throw damagedPackage(name);
  }
  async function read(entry: ZipEntry): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of unpacked(entry)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
  return {
    entries: [...known.keys()],
    find: (wanted) => byName.get(keyOf(wanted)),
    read,
    close: () => {
      file.close();
    },
    async *stream(entry) {
      if (entry.bytes > WHOLE_BYTES) yield* unpacked(entry);
      else yield await read(entry);
    },
  };
}

const OPTIONS = { lazyEntries: true, decodeStrings: false, autoClose: false } as const;

function zipFileOf(source: Uint8Array | { readonly path: string }): Promise<ZipFile> {
  if (!(source instanceof Uint8Array)) return openPromise(source.path, OPTIONS);
  return fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), OPTIONS);
}

const keyOf = (name: string) => name.replace(/^\/+/, '').toLowerCase();
