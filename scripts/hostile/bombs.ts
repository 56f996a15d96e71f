import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import type { HostileFile } from './hostile-file.js';
import { failed } from './outcome.js';
import { onePagePdf, streamOf } from './pdf.js';

const MEGABYTE = 1024 ** 2;
const GIGABYTE = 1024 ** 3;

/** Blanks, a thousandth as long. The stream's checksum is left out: nobody comes to its end. */
function deflatedBlanks(bytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(MEGABYTE, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array<Buffer>(Math.ceil(bytes / MEGABYTE)).fill(block)]);
}

const CLEAR = 256;
const LAST_CODE = 4094;

/** Blanks in LZW: each code is one blank longer than the one before. Codes grow from 9 to 12 bits, one early, as in PDF and TIFF. */
function lzwBlanks(rounds: number): Buffer {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  const write = (code: number, width: number) => {
    held = (held << width) | code;
    bits += width;
    for (; bits >= 8; bits -= 8) bytes.push((held >>> (bits - 8)) & 0xff);
    held &= (1 << bits) - 1;
  };
  for (let round = 0; round < rounds; round += 1) {
    write(CLEAR, round === 0 ? 9 : 12);
    write(0x20, 9);
    for (let code = CLEAR + 2; code < LAST_CODE; code += 1) write(code, Math.max(9, Math.ceil(Math.log2(code + 2))));
  }
  return Buffer.from(bytes);
}

const bomb = (filters: string, data: Uint8Array) => onePagePdf({ content: streamOf(`/Filter [${filters}]`, data) });

/** Which limit is reached first is the machine’s. */
const TOO_MUCH = failed('out-of-memory', 'timed-out');

/** Little that becomes very much. */
export const BOMBS: readonly HostileFile[] = [
  {
    name: 'flate-bomb.pdf',
    what: '4 GB of blanks, deflated to 4 MB',
    outcome: TOO_MUCH,
    make: () => bomb('/FlateDecode', deflatedBlanks(4 * GIGABYTE)),
  },
  {
    name: 'double-flate-bomb.pdf',
    what: '4 GB of blanks, deflated twice to some KB',
    outcome: TOO_MUCH,
    make: () => bomb('/FlateDecode /FlateDecode', deflateSync(deflatedBlanks(4 * GIGABYTE))),
  },
  {
    name: 'lzw-bomb.pdf',
    what: '2 GB of blanks in LZW',
    outcome: TOO_MUCH,
    make: () => bomb('/LZWDecode', lzwBlanks(300)),
  },
  {
    name: 'run-length-bomb.pdf',
    what: '2 GB of blanks in runs, deflated',
    outcome: TOO_MUCH,
    make: () => bomb('/FlateDecode /RunLengthDecode', deflateSync(Buffer.alloc(32 * MEGABYTE, Buffer.from([129, 32])))),
  },
  {
    name: 'filter-chain.pdf',
    what: 'a stream that is deflated 10,000 times, or so its dictionary says',
    outcome: failed('unsupported-kind'),
    make: () => bomb('/FlateDecode '.repeat(10_000), deflateSync('0 0 m')),
  },
];
