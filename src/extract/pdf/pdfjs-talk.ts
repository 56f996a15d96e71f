import { AsyncLocalStorage } from 'node:async_hooks';

type Listener = (message: string) => void;

/**
 * Who listens to what is said on behalf of which document. Only where several are open at once: asking makes each promise of pdf.js
 * dearer, 3 to 4 % of the time that a page takes. One that is open alone says all that is said.
 */
const listeners = new AsyncLocalStorage<Listener>();
let alone: Listener | undefined;
let [open, areSeveral] = [0, false];

/** Begins what a document says; to be called before pdf.js opens it. The end is to be told. */
export function beginTalk(): () => void {
  open += 1;
  areSeveral ||= open > 1;
  let isOpen = true;
  return () => {
    if (!isOpen) return;
    isOpen = false;
    open -= 1;
    if (open === 0) [alone, areSeveral] = [undefined, false];
  };
}

const BY_PDFJS = /^(?:Warning|Info): /;

// pdf.js tells what it repairs or leaves out on the console alone. What it says on behalf of a listener goes there; all else passes.
for (const method of ['warn', 'info'] as const) {
  const original = console[method].bind(console);
  console[method] = (...messages: unknown[]) => {
    const [message] = messages;
    const isTalk = typeof message === 'string' && BY_PDFJS.test(message);
    const listener = isTalk ? (listeners.getStore() ?? alone) : undefined;
    if (listener) listener(String(message).replace(BY_PDFJS, ''));
    else original(...messages);
  };
}

/** Does some work with pdf.js for a document, and gives what it said meanwhile, and until the next work for that document. */
export async function listening<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly said: string[] }> {
  const said: string[] = [];
  const listener = (message: string) => said.push(message);
  if (areSeveral) return { result: await listeners.run(listener, work), said };
  alone = listener;
  return { result: await work(), said };
}

const REBUILT = /^(?:Indexing all PDF objects|checkLastPage - invalid)/;
const EMPTY_FOR_LOST = /^getAllPageDicts - Skipping invalid first page/;
const LEFT_OUT =
  /^(?:getOperatorList - ignoring (?:XObject|errors|operator)|getContentStream - ignoring|Unknown command|Skipping command|Font ".*" is not available|loadFont - |Error during font loading)|in flate stream/;

/** True where pdf.js says that it did not find the objects by the file's own index, or fewer pages than the file claims to have. */
export const tellsOfRebuilding = (said: readonly string[]) => said.some((message) => REBUILT.test(message));

/** True where pdf.js found no page at all, and shows an empty one instead. */
export const tellsOfNoPage = (said: readonly string[]) => said.some((message) => EMPTY_FOR_LOST.test(message));

const UNKNOWN_LOCK = /encryption (?:method|algorithm)/;

/** True of what pdf.js throws for want of a password, or because it does not know how the file is encrypted. */
export const tellsOfLock = (error: unknown) =>
  error instanceof Error && (error.name === 'PasswordException' || UNKNOWN_LOCK.test(error.message));

/** True where pdf.js says that it left out a part of what a page shows. */
export const tellsOfLoss = (said: readonly string[]) => said.some((message) => LEFT_OUT.test(message));

const SPOILT_PICTURE =
  /^(?:Unable to decode (?:inline )?image|decodeScan - unexpected|readDataBlock - |JpegImage\.parse - |.* -- (?:ignoring the rest of the image data|attempting to re-parse the JPEG image)|Empty "(?:CCITTFax|DCT|Flate|JBIG2|JPX|LZW|RunLength)Decode" stream|bad (?:white|black|2d|two dim) code|row is wrong length)|in flate stream/i;
const OMITTED_PICTURE = /^Image exceeded maximum allowed size/;

/** True where pdf.js says that it could not decode a picture, or not all of it. */
export const tellsOfSpoiltPicture = (said: readonly string[]) => said.some((message) => SPOILT_PICTURE.test(message));

/** True where pdf.js says that it left out a picture for its size. */
export const tellsOfOmittedPicture = (said: readonly string[]) => said.some((message) => OMITTED_PICTURE.test(message));
