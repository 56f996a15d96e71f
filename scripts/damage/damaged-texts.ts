import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Truth } from '../scoring.js';
import { DAMAGES } from './damages.js';
import type { Random } from './random.js';

/** A text with forms, and what is true of them. */
export interface Source {
  readonly name: string;
  readonly text: string;
  readonly truths: readonly Truth[];
}

const readTruth = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Truth[];

/** Tab-separated forms with their truths: the project's fixtures, and published ones where they are at hand. */
export function damageSources(data: string): Source[] {
  const folder = 'fixtures/forms';
  const own = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.tab.md')) : [];
  const found = own.map((file) => ({
    name: file,
    text: readFileSync(join(folder, file), 'utf8'),
    truths: readTruth(join('fixtures/expected', `${basename(file, '.tab.md')}.json`)),
  }));
  const published = join(data, 'putuo-2023');
  if (existsSync(published))
    found.push({
      name: 'published',
      text: readFileSync(join(published, 'source.md'), 'utf8'),
      truths: readTruth(join(published, 'gold.json')),
    });
  else process.stderr.write(`No published forms at ${published}: only the fixtures are damaged.\n`);
  return found;
}

const TITLE = /^#{0,3}\s*.*自评表\s*$/;

/** Each form of a document is damaged on its own, one to three times. */
export function damaged(text: string, random: Random, names: readonly string[]): string {
  const forms: string[][] = [[]];
  for (const line of text.split('\n')) {
    if (TITLE.test(line)) forms.push([]);
    forms.at(-1)?.push(line);
  }
  return forms
    .map((form) => {
      let lines: string[] = form;
      for (let i = 1 + random.int(3); i > 0; i--) lines = DAMAGES[random.pick(names)]?.(lines, random) ?? lines;
      return lines.join('\n');
    })
    .join('\n');
}
