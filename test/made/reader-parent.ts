/** A program that reads a line and then never ends, to be killed. Says the number of its reading process. */
import { STRIP_HEIGHT } from '../../src/extract/scan/line-images/line-image.js';
import { ReaderProcess } from '../../src/extract/scan/readers/reader-process.js';
import { startedChildren } from './started-children.js';

const { children } = startedChildren();
const blank = { width: 100, height: STRIP_HEIGHT, data: new Uint8Array(100 * STRIP_HEIGHT).fill(255) };
await new ReaderProcess().engine('tesseract-numbers', 'tesseract').read([blank]);
console.log(children[0]?.pid);
setInterval(() => undefined, 1_000);
