import { describe, expect, it } from 'vitest';
import { LoopbackPort } from '../../../src/extract/pdf/loopback-port.js';

/** What a listener gets of messages, once all of them have arrived. */
async function received(send: (port: LoopbackPort) => void, signal?: AbortSignal): Promise<unknown[]> {
  const [port, got] = [new LoopbackPort(), [] as unknown[]];
  port.addEventListener('message', ({ data }) => got.push(data), signal ? { signal } : {});
  send(port);
  expect(got).toEqual([]); // never before the sender goes on
  await new Promise(setImmediate);
  return got;
}

describe('the port between the halves of pdf.js', () => {
  it('hands operators over as they are, in arrays that the sender may empty', async () => {
    const glyph = { unicode: '优' };
    const chunk = { fnArray: [44], argsArray: [[[glyph]]], lastChunk: true };
    const [message] = (await received((port) => {
      port.postMessage({ stream: 4, chunk });
      chunk.fnArray.length = 0;
      chunk.argsArray.length = 0;
    })) as { chunk: { fnArray: unknown[]; argsArray: unknown[][][]; lastChunk: boolean } }[];
    expect(message?.chunk).toEqual({ fnArray: [44], argsArray: [[[glyph]]], lastChunk: true });
    expect(message?.chunk.argsArray[0]?.[0]?.[0]).toBe(glyph);
  });

  it('clones all else, and takes over what is handed over', async () => {
    const data = { password: ['a'], bytes: Uint8Array.of(1, 2) };
    const [message] = await received((port) => {
      port.postMessage(data, [data.bytes.buffer]);
    });
    expect(message).toEqual({ password: ['a'], bytes: Uint8Array.of(1, 2) });
    expect((message as typeof data).password).not.toBe(data.password);
    expect(data.bytes).toHaveLength(0);
  });

  it('keeps the order of messages, and forgets a listener that is called off', async () => {
    const send = (port: LoopbackPort) => {
      for (const number of [1, 2, 3]) port.postMessage(number);
    };
    expect(await received(send)).toEqual([1, 2, 3]);
    const calling = new AbortController();
    calling.abort();
    expect(await received(send, calling.signal)).toEqual([]);
    const later = new AbortController();
    const calledOff = received((port) => {
      send(port);
      later.abort();
    }, later.signal);
    expect(await calledOff).toEqual([]);
  });
});
