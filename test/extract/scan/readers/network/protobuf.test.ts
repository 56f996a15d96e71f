import { describe, expect, it } from 'vitest';
import {
  bytesField,
  fieldsOf,
  floatField,
  joined,
  numberField,
  textField,
} from '../../../../../src/extract/scan/readers/network/protobuf.js';

describe('the fields of a protocol-buffers message', () => {
  it('are numbers, texts, messages, and what is only kept', () => {
    const message = joined([numberField(1, 300), textField(2, '绩'), floatField(3, 0.5), numberField(20, 2 ** 40)]);
    const plain = (value: number | Uint8Array | null) => (value instanceof Uint8Array ? [...value] : value);
    expect(fieldsOf(message).map(({ number, value }) => [number, plain(value)])).toEqual([
      [1, 300],
      [2, [0xe7, 0xbb, 0xa9]],
      [3, null],
      [20, 2 ** 40],
    ]);
  });

  it('keep their bytes', () => {
    const message = joined([bytesField(7, Uint8Array.of(1, 2, 3)), numberField(1, 0), floatField(2, -1)]);
    expect(joined(fieldsOf(message).map(({ bytes }) => bytes))).toEqual(message);
  });

  it.each([
    ['ends within a number', Uint8Array.of(0x80)],
    ['ends within a field', Uint8Array.of(0x0a, 5, 1)],
    ['has a field of the unknown type 3', Uint8Array.of(0x0b)],
  ])('are none where the message %s', (what, message) => {
    expect(() => fieldsOf(message)).toThrow(what);
  });
});
