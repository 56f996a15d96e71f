import type { readStrips } from '../../src/extract/scan/recognise/read-line-images.js';
import type { StripPictures } from '../../src/extract/scan/line-images/line-image.js';
import { sayingLine } from './said-lines.js';

/** Strips that say these texts, and a `+` more where they are cut closer. */
export const stripsOf = (...texts: string[]): StripPictures[] =>
  texts.map((text) => ({
    whole: sayingLine(text),
    usual: sayingLine(text),
    narrow: sayingLine(text),
    closer: sayingLine(`${text}+`),
  }));

/** Reads these texts, otherwise what is said, without the mark of the closer cut. */
export const misreading = (misread: Readonly<Record<string, string>>) => (said: string) =>
  said
    .split(' ')
    .map((word) => misread[word] ?? word.replace('+', ''))
    .join(' ');

/** Who read what, strip by strip. */
export const shortOf = ({ readings }: Awaited<ReturnType<typeof readStrips>>) =>
  readings.map((of) => of.map(({ by, text }) => `${by}: ${text}`));
