/**
 * A PDF's bytes: in memory, or loaded each time they are needed. What is loaded belongs to who asked for it and may be given away, so
 * that a large file is in memory once.
 */
export type PdfBytes = Uint8Array | (() => Promise<Uint8Array>);

/** The bytes, to look at. */
export const bytesToRead = async (bytes: PdfBytes): Promise<Uint8Array> =>
  typeof bytes === 'function' ? bytes() : bytes;

/** Bytes to give away: a copy of those that stay in memory. */
export const bytesToGive = async (bytes: PdfBytes): Promise<Uint8Array> =>
  typeof bytes === 'function' ? bytes() : new Uint8Array(bytes);
