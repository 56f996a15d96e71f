/** The parts of the docs that are made from the code, and where each stands. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { catalogueMarkdown } from '../../src/schema/catalogue-markdown.js';
import { dataDictionary } from '../../src/schema/tables/dictionary.js';

export type DocLanguage = 'en' | 'zh';

const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/cli/main.js');
const COMMANDS = ['extract', 'merge', 'report', 'review', 'sheets', 'draw', 'schema'] as const;
const ENDING: Readonly<Record<DocLanguage, string>> = { en: '.md', zh: '.zh-CN.md' };

/** A part of a doc: it stands between `<!-- name:start -->` and `<!-- name:end -->`. */
export interface GeneratedPart {
  readonly name: string;
  /** Path from the project's root. */
  readonly file: string;
  readonly text: () => string;
}

/** All generated parts of the docs in a language. The help of commands is that of the built program in `dist`. */
export function generatedParts(language: DocLanguage): GeneratedPart[] {
  const doc = (name: string) => `docs/${name}${ENDING[language]}`;
  return [
    { name: 'dictionary', file: doc('outputs'), text: () => dataDictionary(language) },
    { name: 'catalogue', file: doc('findings'), text: () => catalogueMarkdown(language) },
    ...COMMANDS.map((command) => ({
      name: `help-${command}`,
      file: doc('command-line'),
      text: () => helpOf(command, language),
    })),
  ];
}

/** The text with what stands between the marks of `name` replaced. Throws where a mark is missing. */
export function withPart(text: string, name: string, part: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The text lacks ${start} … ${end}; put both on lines of their own.`);
  return `${text.slice(0, from + start.length)}\n\n${part}\n\n${text.slice(to)}`;
}

/** What `zipingbiao COMMAND --help` says, without the options that all commands have. */
function helpOf(command: string, language: DocLanguage): string {
  const help = execFileSync(process.execPath, [MAIN, command, '--help', '--lang', language], { encoding: 'utf8' });
  const [own = ''] = help.split(/\n\n(?:Global options|通用选项)/);
  return `\`\`\`text\n${own.trimEnd()}\n\`\`\``;
}
