import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openTesseract } from '../../../../src/extract/scan/readers/tesseract.js';
import { checkTrainedData } from '../../../../src/extract/scan/readers/trained-data.js';
import { madeFolder } from '../../../made/folder.js';

const PACKED = gzipSync(Buffer.from('weights '.repeat(1_000)));
const spoilt = Buffer.from(PACKED);
spoilt.writeUInt8(spoilt.readUInt8(spoilt.length - 6) ^ 1, spoilt.length - 6);

const FAULTS: readonly [string, Buffer | null, RegExp][] = [
  ['missing', null, /eng\.traineddata\.gz can't be read \(ENOENT/],
  ['empty', Buffer.alloc(0), /eng\.traineddata\.gz is damaged \(unexpected end of file\)$/],
  ['cut off', PACKED.subarray(0, -20), /eng\.traineddata\.gz is damaged \(unexpected end of file\)$/],
  ['spoilt', spoilt, /eng\.traineddata\.gz is damaged \(incorrect data check\)$/],
  ['not packed', Buffer.from('weights'), /eng\.traineddata\.gz is damaged \(incorrect header check\)$/],
  ['packed nothing', gzipSync(Buffer.alloc(0)), /eng\.traineddata\.gz is empty$/],
];

describe('trained data', () => {
  it.each(FAULTS)('that is %s is told before the engine is started', async (_, bytes, message) => {
    const folder = madeFolder();
    if (bytes !== null) writeFileSync(join(folder, 'eng.traineddata.gz'), bytes);
    await expect(openTesseract('eng', folder)).rejects.toThrow(message);
  });

  it('that is whole is accepted', async () => {
    const path = join(madeFolder(), 'eng.traineddata.gz');
    writeFileSync(path, PACKED);
    await expect(checkTrainedData(path)).resolves.toBeUndefined();
  });
});
