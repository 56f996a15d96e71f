import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { bytesToGive, bytesToRead, type PdfBytes } from './pdf-bytes.js';
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from './library/pdfjs-library.js';
import { decodeJpeg2000AtFullSize } from './full-size-jpeg2000.js';
import { beginTalk, listening, tellsOfLock, tellsOfNoPage, tellsOfRebuilding } from './pdfjs-talk.js';
import { workerInThread } from './loopback-port.js';
import { rebuilt } from './rebuild.js';
import { endureStrayRejections } from './stray-rejections.js';

/** A document that pdf.js has opened. */
export interface PdfjsDocument {
  readonly document: PDFDocumentProxy;
  /** True where the file's own index or page tree was missing or wrong: what was cut off is lost. */
  readonly isRebuilt: boolean;
  readonly close: () => Promise<void>;
}

/** What differs between those who open it; what it means is in pdf.js's `DocumentInitParameters`. */
export interface PdfjsParameters {
  readonly password?: string | undefined;
  readonly maxImageSize?: number;
  readonly fontExtraProperties?: boolean;
  /** Node's default is true: the outline of each glyph is taken from its font. */
  readonly disableFontFace?: boolean;
  /** As much of a web page's document as pdf.js needs. */
  readonly ownerDocument?: object;
}

decodeJpeg2000AtFullSize();
endureStrayRejections();

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folderOf = (name: string) => join(folder, name) + sep;

/**
 * Opens a PDF with pdf.js, whatever for. pdf.js takes the bytes over: those in memory are copied. Bytes in which it finds no document
 * are put together again, as far as that goes.
 *
 * @throws what pdf.js throws: `PasswordException`, `InvalidPDFException` and others, by their `name`
 */
export async function openWithPdfjs(bytes: PdfBytes, parameters: PdfjsParameters = {}): Promise<PdfjsDocument> {
  try {
    return await opening(await bytesToGive(bytes), parameters);
  } catch (error) {
    if (tellsOfLock(error)) throw error;
    for (const again of rebuilt(await bytesToRead(bytes))) {
      const opened = await opening(new Uint8Array(again), parameters).catch(() => null);
      if (opened) return { ...opened, isRebuilt: true };
    }
    throw error;
  }
}

async function opening(bytes: Uint8Array, parameters: PdfjsParameters): Promise<PdfjsDocument> {
  const endTalk = beginTalk();
  try {
    const { result, said } = await listening(() => start(bytes, parameters));
    if (tellsOfNoPage(said)) {
      await result.close();
      throw new Error('No page of the document can be found.');
    }
    const close = () => result.close().finally(endTalk);
    return { document: result.document, isRebuilt: tellsOfRebuilding(said), close };
  } catch (error) {
    endTalk();
    throw error;
  }
}

async function start(bytes: Uint8Array, { password, ownerDocument, ...rest }: PdfjsParameters) {
  const worker = workerInThread(VerbosityLevel.INFOS);
  const task = getDocument({
    data: bytes,
    worker,
    verbosity: VerbosityLevel.INFOS,
    cMapUrl: folderOf('cmaps'),
    standardFontDataUrl: folderOf('standard_fonts'),
    wasmUrl: folderOf('wasm'),
    isEvalSupported: false,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    ...rest,
    ...(ownerDocument === undefined ? {} : { ownerDocument: ownerDocument as never }), // a web page's type
    ...(password === undefined ? {} : { password }),
  });
  const close = async () => {
    await task.destroy().finally(() => {
      worker.destroy();
    });
  };
  try {
    const document = await task.promise;
    if (!(document.numPages > 0)) throw new Error('The document has no pages.');
    return { document, close };
  } catch (error) {
    await close();
    throw error;
  }
}
