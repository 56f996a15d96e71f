/** The longest name that ext4, APFS and NTFS all take; the first counts bytes, the others characters, of which there are fewer. */
const NAME_BYTES = 255;

/** The longest ending that is put behind a stem (`.json`), with room to spare. */
const ENDING_BYTES = 8;

/** What stands for a form without a project name. */
const UNNAMED = 'unnamed';

/** Reserved by Windows, or a path separator somewhere. */
const RESERVED = /[<>:"/\\|?*]/gu;

/** Control characters, invisible and bidirectional marks, lone surrogates, private use, line and paragraph separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** What all names that {@link projectStem} gives begin with; nothing else in an output folder is ever removed. */
export const OWN_NAME = /^[0-9a-f]{12}-\d{3,}-./;

/**
 * `<id>-<name>`: the name of a form's file (without ending) or folder, safe on Linux, macOS and Windows, at most 255 bytes with
 * an ending. Ids are unique and lower case, and stand first: two names never collide, and none is a reserved one (`CON`).
 */
export function projectStem(id: string, projectName: string | null): string {
  const name = (projectName ?? '')
    .slice(0, NAME_BYTES)
    .replace(UNSEEN, ' ')
    .replace(RESERVED, '_')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
  const stem = cutAtGrapheme(`${id}-${name === '' ? UNNAMED : name}`, NAME_BYTES - ENDING_BYTES);
  // eslint-disable-next-line regexp/no-super-linear-move -- the name of a file, cut to its limit before
  const trimmed = stem.replace(/[. ]+$/u, '');
  return trimmed.length > id.length + 1 ? trimmed : `${id}-${UNNAMED}`;
}

/** The text's longest beginning of whole graphemes that has at most so many bytes in UTF-8. */
function cutAtGrapheme(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let end = 0;
  let size = 0;
  for (const { segment, index } of GRAPHEMES.segment(text)) {
    size += Buffer.byteLength(segment);
    if (size > bytes) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
