import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Truth } from '../scoring.js';
import { placeCells } from './place-cells.js';
import type { TrueForm } from './true-form.js';

/** Fixtures whose tables are whole, each with a table of its own kind: the rest are damaged, or several forms in one table. */
const CLEAN = /^(?:0\d|1[0-79])-/;
const TITLE = /^#{0,3}\s*.*自评表\s*$/;

const readTruth = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Truth[];

/** The forms of a document of tab-separated rows, each on its own, with what it truly says. */
export function formsOf(name: string, text: string, truths: readonly Truth[]): TrueForm[] {
  const forms: string[][] = [];
  for (const line of text.split('\n')) {
    if (TITLE.test(line)) forms.push([]);
    forms.at(-1)?.push(line);
  }
  if (forms.length !== truths.length) {
    throw new Error(`${name} has ${forms.length} titles but ${truths.length} forms: choose forms with a title each.`);
  }
  return forms.flatMap((lines, index) => {
    const truth = truths[index];
    if (!truth) return [];
    const rows = lines.map((line) => line.split('\t'));
    const unit = /[（(]\s*元\s*[）)]/.test(lines.join('\n')) ? '元' : '万元';
    return [{ name: `${name} #${index + 1}`, rows, truth, unit, ...placeCells(rows, truth) } satisfies TrueForm];
  });
}

/** The published forms, where they are at hand, and the fixtures with clean tables. */
export function trueForms(data: string, say: (line: string) => void): TrueForm[] {
  const published = join(data, 'putuo-2023');
  const isHere = existsSync(published);
  if (!isHere) say(`No published forms at ${published}: only the fixtures are rewritten.\n`);
  const fixtures = readdirSync('fixtures/forms').filter((file) => file.endsWith('.tab.md') && CLEAN.test(file));
  return [
    ...(isHere
      ? formsOf(
          'published',
          readFileSync(join(published, 'source.md'), 'utf8'),
          readTruth(join(published, 'gold.json')),
        )
      : []),
    ...fixtures.flatMap((file) => {
      const name = basename(file, '.tab.md');
      return formsOf(
        name,
        readFileSync(join('fixtures/forms', file), 'utf8'),
        readTruth(join('fixtures/expected', `${name}.json`)),
      );
    }),
  ];
}
