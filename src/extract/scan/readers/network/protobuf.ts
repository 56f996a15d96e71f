/** A field of a protocol-buffers message (https://protobuf.dev/programming-guides/encoding), as far as networks need it. */
export interface Field {
  readonly number: number;
  /** A whole number, or the bytes of a text, a message or packed values; null for what has a fixed size, which is only kept. */
  readonly value: number | Uint8Array | null;
  /** The field as it stands in its message. */
  readonly bytes: Uint8Array;
}

const VARINT = 0;
const FIXED_64 = 1;
const LENGTH = 2;
const FIXED_32 = 5;

/** The fields of a message, in their order. @throws Error where the bytes are no message */
export function fieldsOf(message: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = () => {
    let [value, scale] = [0, 1];
    for (;;) {
      const byte = message[at];
      if (byte === undefined) throw new Error('a message ends within a number');
      at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  };
  const skip = (count: number) => {
    const start = at;
    at += count;
    if (at > message.length) throw new Error('a message ends within a field');
    return message.subarray(start, at);
  };
  while (at < message.length) {
    const start = at;
    const key = varint();
    const [number, type] = [Math.floor(key / 8), key % 8];
    const value =
      type === VARINT
        ? varint()
        : type === LENGTH
          ? skip(varint())
          : type === FIXED_32 || type === FIXED_64
            ? null
            : undefined;
    if (value === undefined) throw new Error(`a message has a field of the unknown type ${type}`);
    if (value === null) skip(type === FIXED_32 ? 4 : 8);
    fields.push({ number, value, bytes: message.subarray(start, at) });
  }
  return fields;
}

/** A field that holds a text, a message or packed values. */
export const bytesField = (number: number, value: Uint8Array): Uint8Array =>
  joined([varintOf(number * 8 + LENGTH), varintOf(value.length), value]);

export const textField = (number: number, text: string) => bytesField(number, new TextEncoder().encode(text));

/** A field that holds a whole number, not negative. */
export const numberField = (number: number, value: number): Uint8Array =>
  joined([varintOf(number * 8 + VARINT), varintOf(value)]);

export const floatField = (number: number, value: number): Uint8Array =>
  joined([varintOf(number * 8 + FIXED_32), new Uint8Array(Float32Array.of(value).buffer)]);

export const joined = (parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

function varintOf(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Uint8Array.from([...bytes, rest]);
}
