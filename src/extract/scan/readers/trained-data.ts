import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const unpacked = promisify(gunzip);

/**
 * Makes sure that a packed file with trained data can be read to its end: the engine neither fails nor goes on where it can't.
 *
 * @throws Error where the file is missing, damaged or empty
 */
export async function checkTrainedData(path: string): Promise<void> {
  const packed = await readFile(path).catch((error: unknown) => {
    throw new Error(`the trained data ${path} can't be read (${messageOf(error)})`);
  });
  const data = await unpacked(packed).catch((error: unknown) => {
    throw new Error(`the trained data ${path} is damaged (${messageOf(error)})`);
  });
  if (data.length === 0) throw new Error(`the trained data ${path} is empty`);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
