import type { Limits } from '../../schema/limits.js';
import type { ReadingOptions } from '../../schema/reading-options.js';
import type { OpenDocument } from './open-document.js';
import type { ZipPackage } from '../zip/zip-package.js';

/** What tells what a file is, beyond its first bytes. */
export interface Content {
  readonly bytes: Uint8Array;
  /** The ZIP that it is; its entries were counted. */
  readonly zip: ZipPackage | null;
  /** The names of the streams in the OLE compound file that it is. */
  readonly oleStreams: ReadonlySet<string> | null;
}

export interface MediumFile {
  readonly name: string;
  readonly sha256: string;
  readonly content: Content;
  readonly limits: Limits;
  readonly reading: ReadingOptions;
}

/** A kind of file that can be read. A folder beside this file holds one. */
export interface Medium {
  recognises(content: Content): boolean;
  /** @throws Failure */
  open(file: MediumFile): Promise<OpenDocument>;
}
