import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a ZIP: its name as text or as the bytes of some code page. */
export interface Packed {
  readonly name: string | Buffer;
  readonly bytes: Uint8Array | string;
  /** What the directory says of it where that is not the truth; `at`: where another file stands that this one is as well. */
  readonly lies?: {
    readonly size?: number;
    readonly crc?: number;
    readonly flags?: number;
    readonly method?: number;
    readonly at?: number;
  };
}

const UTF8_NAME = 1 << 11;
const DEFLATED = 8;

/** A ZIP of these files (APPNOTE 6.3.10), the same bytes every time: no entry has a date. */
export function zipOf(files: readonly Packed[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, lies = {} } of files) {
    const raw = typeof name === 'string' ? Buffer.from(name) : name;
    const content = Buffer.from(bytes as Uint8Array);
    const packed = lies.method === 0 ? content : deflateRawSync(content, { level: 9 });
    const flags = lies.flags ?? (typeof name === 'string' ? UTF8_NAME : 0);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(flags, 2);
    about.writeUInt16LE(lies.method ?? DEFLATED, 4);
    about.writeUInt16LE(0x21, 8); // 1 January 1980
    about.writeUInt32LE(lies.crc ?? crc32(content), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(lies.size ?? content.length, 18);
    about.writeUInt16LE(raw.length, 22);
    const header = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, raw, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(lies.at ?? at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), about, tail, raw]));
    if (lies.at !== undefined) continue; // it stands there already
    local.push(header);
    at += header.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, ...directory, end]);
}
