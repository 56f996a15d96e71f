import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { openReviewServer, type ReviewServer } from '../../src/review/server/server.js';
import { READER } from '../../src/run/reader.js';
import { openSerial } from '../../src/run/serial.js';
import { call } from '../made/call.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures');

/** Digitises fixtures into the folder `out` of a folder; gives its path. */
export async function reviewed(folder: string, ...fixtures: string[]): Promise<string> {
  for (const fixture of fixtures) copyFileSync(join(FIXTURES, fixture), join(folder, fixture.replaceAll('/', '-')));
  const output = join(folder, 'out');
  const { code, stderr } = await extract(folder);
  if (code !== 0) throw new Error(stderr);
  return output;
}

export const extract = (folder: string, ...options: string[]) =>
  call(['extract', folder, '-o', join(folder, 'out'), ...options], {
    openExecutor: () => Promise.resolve(openSerial(READER)),
  });

/** A server of a folder of results, in this process. */
export const serve = (folder: string): Promise<ReviewServer> =>
  openReviewServer({ folder, by: '张三', version: '1.2.3', port: 0, executor: openSerial() });
