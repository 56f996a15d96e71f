import type { Limits } from '../../../schema/limits.js';
import { damagedPicture } from '../../source/refusal.js';
import type { PictureMedia } from '../../source/sniff.js';
import { decodePicture, headOf } from './decode.js';
import type { PictureResult } from './picture.js';

export interface PictureFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly media: PictureMedia;
}

/**
 * How many pages a picture file has: those of a TIFF, one of any other.
 *
 * @throws Failure `damaged` where the file tells of no picture
 */
export async function pageCountOf({ name, bytes, media }: PictureFile): Promise<number> {
  const first = await headOf(bytes, 0);
  if (first === null) throw damagedPicture(name);
  return media === 'tiff' ? first.pages : 1;
}

/**
 * A page of a picture file, counted from 1, upright and on white. One that is damaged or larger than `pixelsPerPicture` says so.
 *
 * Bytes rather than a path, as the library underneath takes brackets in a file's name for options.
 */
export async function pictureAt(
  bytes: Uint8Array,
  page: number,
  { pixelsPerPicture }: Pick<Limits, 'pixelsPerPicture'>,
): Promise<PictureResult> {
  const head = await headOf(bytes, page - 1);
  if (head === null) return { picture: null, trouble: 'damaged' };
  if (head.width * head.height > pixelsPerPicture) return { picture: null, trouble: 'too-large' };
  return decodePicture(bytes, page - 1, head);
}
