import type { Limits } from '../../../schema/limits.js';
import { damagedPicture } from '../../refusal.js';
import type { PictureMedia } from '../../sniff.js';
import { decodePicture, headOf } from './decode.js';
import type { PictureResult } from './picture.js';

/**
 * The pictures of a picture file in order, upright and on white, one at a time: each page of a TIFF, the first picture of the other
 * kinds. A page that is damaged or larger than `pixelsPerPicture` says so, and the next one follows.
 *
 * Bytes rather than a path, as the library underneath takes brackets in a file's name for options.
 *
 * @throws Failure `damaged` where the file tells of no picture
 */
export async function* picturesOf(
  bytes: Uint8Array,
  { name, media }: { readonly name: string; readonly media: PictureMedia },
  limits: Pick<Limits, 'pixelsPerPicture'>,
): AsyncGenerator<PictureResult> {
  const first = await headOf(bytes, 0);
  if (first === null) throw damagedPicture(name);
  const pages = media === 'tiff' ? first.pages : 1;
  for (let page = 0; page < pages; page += 1) {
    const head = page === 0 ? first : await headOf(bytes, page);
    if (head === null) yield { picture: null, trouble: 'damaged' };
    else if (head.width * head.height > limits.pixelsPerPicture) yield { picture: null, trouble: 'too-large' };
    else yield await decodePicture(bytes, page, head);
  }
}
