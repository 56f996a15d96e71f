import { chunksOf, sizeOf } from '../../extract/source/byte-source.js';
import { Losses } from '../../extract/source/losses.js';
import { decode } from '../../extract/text/decode.js';
import { EncodingSurvey } from '../../extract/text/encoding.js';
import type { Limits } from '../../schema/limits.js';

/** Larger texts are not kept in memory to be shown. Bytes. */
const LARGEST = 64 * 1024 ** 2;

/** The whole text of a source; null where it is too large, or no text. */
export async function sourceText(path: string, limits: Limits): Promise<string | null> {
  const source = { path };
  if ((await sizeOf(source)) > LARGEST) return null;
  const survey = new EncodingSurvey();
  for await (const chunk of chunksOf(source)) survey.push(chunk);
  const encoding = survey.result();
  if (encoding === 'blank' || encoding === 'binary') return null;
  let text = '';
  for await (const part of decode(chunksOf(source), encoding, new Losses(limits))) text += part;
  return text;
}
