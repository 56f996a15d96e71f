// The order matters: the functions are remembered, pdf.js and what it calls its worker replace them, and they are put back.
import { putBackNativeFunctions } from './native-functions.js';
import { getDocument, OPS, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

putBackNativeFunctions();

export { getDocument, OPS, PDFWorker, VerbosityLevel, WorkerMessageHandler };
export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
