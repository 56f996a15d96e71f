/** Where pdf.js's code stands, in the stacks of what it throws. */
const BY_PDFJS = /[\\/]pdfjs-dist[\\/]/;

/**
 * True of what pdf.js rejects a promise with. In damaged files it does so with promises that nobody waits for, as that of a page which it
 * fetches before anybody has asked for it; whoever asks is told all the same.
 */
export const isByPdfjs = (reason: unknown): boolean =>
  typeof reason === 'object' &&
  reason !== null &&
  'stack' in reason &&
  typeof reason.stack === 'string' &&
  BY_PDFJS.test(reason.stack);

/** Keeps such promises from ending the process. All others end it as they would without this, unless somebody else listens. */
export function endureStrayRejections(): void {
  process.on('unhandledRejection', (reason) => {
    if (!isByPdfjs(reason) && process.listenerCount('unhandledRejection') === 1) throw reason;
  });
}
