import type { Failure } from '../../schema/failure.js';
import { damagedPdf, encryptedPdf } from '../refusal.js';
import { openPdf, type Pdf } from './pdfjs.js';

/** Pixels. Larger ones are no rule that is drawn as a picture, and are not needed to read text. */
const LARGEST_PICTURE = 10_000;

/**
 * Opens a PDF for its text.
 *
 * @throws Failure `encrypted`, `damaged`
 */
export function openForText(bytes: Uint8Array, name: string, password?: string): Promise<Pdf> {
  return openPdf(bytes, { largestPicture: LARGEST_PICTURE, password }).catch((error: unknown) => {
    throw failureOf(error, name);
  });
}

function failureOf(cause: unknown, name: string): Failure {
  const isEncrypted = cause instanceof Error && cause.name === 'PasswordException';
  return isEncrypted ? encryptedPdf(name, { cause }) : damagedPdf(name, { cause });
}
