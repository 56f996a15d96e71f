import { constants, inflateSync } from 'node:zlib';

/** An object of a PDF (ISO 32000-1, 7.3.10), as far as putting a file together again needs it. */
export interface PdfObject {
  readonly number: number;
  readonly generation: number;
  /** Its text, one byte a character; of a stream only what stands before the data. */
  readonly text: string;
  /** True for one that was taken out of an object stream: it stands nowhere in the file as it is here. */
  readonly isPacked: boolean;
}

/** Objects, their streams' data, and ends. Between number, generation and `obj` stand a few blanks at most. */
const TOKEN = /(\d{1,10})\s{1,9}(\d{1,5})\s{1,9}obj\b|\bendobj\b|\bstream\r?\n|\bendstream\b/g;
/** Bytes. What all object streams of a file may hold unpacked: some hundred times what the longest reports have. */
const MOST_UNPACKED = 256 * 1024 ** 2;

/**
 * The objects that can be found in a PDF's bytes without its cross-reference table, in the order in which they stand there. Of
 * several with one number only the last is kept. Objects in damaged or protected object streams are left out.
 */
export function objectsOf(bytes: Uint8Array): PdfObject[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const found = new Map<number, PdfObject>();
  let unpacked = 0;
  const add = (object: PdfObject) => {
    found.delete(object.number);
    found.set(object.number, object);
  };
  for (const { data, ...object } of plainObjects(text)) {
    add(object);
    if (data === null || !/\/Type\s*\/ObjStm\b/.test(object.text)) continue;
    const content = inflated(bytes.subarray(...data), MOST_UNPACKED - unpacked);
    unpacked += content.length;
    for (const inner of packedObjects(object.text, content)) add(inner);
  }
  return [...found.values()];
}

interface PlainObject extends PdfObject {
  /** Where its stream's data stands; null where it has none, or none that ends. */
  readonly data: readonly [from: number, to: number] | null;
}

function* plainObjects(text: string): Generator<PlainObject> {
  let open: { number: number; generation: number; from: number; dataFrom: number | null } | null = null;
  const closed = (end: number, dataTo: number | null): PlainObject[] => {
    if (open === null) return [];
    const { number, generation, from, dataFrom } = open;
    const data = dataFrom === null || dataTo === null ? null : ([dataFrom, dataTo] as const);
    return [{ number, generation, text: text.slice(from, dataFrom ?? end), isPacked: false, data }];
  };
  for (const { 0: token, 1: number, 2: generation, index } of text.matchAll(TOKEN)) {
    const isInData = open !== null && open.dataFrom !== null;
    if (token === 'endobj' || token === 'endstream') {
      yield* closed(index, index);
      open = null;
    } else if (isInData) {
      continue; // whatever a stream holds looks like a token now and then
    } else if (number !== undefined) {
      yield* closed(index, null);
      open = { number: Number(number), generation: Number(generation), from: index + token.length, dataFrom: null };
    } else if (open !== null) open.dataFrom = index + token.length;
  }
  yield* closed(text.length, text.length);
}

/** What stands before the damage, where there is one; nothing where the data is not deflated, or more than `most` bytes. */
function inflated(data: Uint8Array, most: number): Buffer {
  try {
    return inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, most) });
  } catch {
    return Buffer.alloc(0);
  }
}

/** The objects of an object stream (ISO 32000-1, 7.5.7): pairs of number and offset, then the objects from `/First` on. */
function packedObjects(dictionary: string, content: Buffer): PdfObject[] {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const numbers = content.subarray(0, first).toString('latin1').trim().split(/\s+/).map(Number);
  const objects: PdfObject[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const [number = NaN, offset = NaN, , next = content.length - first] = numbers.slice(at, at + 4);
    const isWhole = Number.isSafeInteger(number) && offset >= 0 && next > offset && first + next <= content.length;
    if (!isWhole) continue;
    const text = content.subarray(first + offset, first + next).toString('latin1');
    objects.push({ number, generation: 0, text, isPacked: true });
  }
  return objects;
}
