import { en } from './en.js';
import { zh } from './zh.js';

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** All that the command line says, in one language. */
export type Messages = typeof en;

export const MESSAGES: Readonly<Record<Language, Messages>> = { en, zh };

/** `--lang` if it is given, else the locale of the environment. Read before the options are parsed, whose errors need it too. */
export function languageOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const index = argv.findLastIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const asked = argv[index] === '--lang' ? argv[index + 1] : argv[index]?.slice('--lang='.length);
  const known = LANGUAGES.find((language) => language === asked);
  if (known !== undefined) return known;
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
