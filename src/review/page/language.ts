import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, LANGUAGES, type Words } from './words.js';

export const LanguageContext = createContext<Language>('zh');

/** The page's words in its language. */
export const useWords = (): Words => LANGUAGES[useContext(LanguageContext)];

/** The one of two texts that is in the page's language. */
export function useSaid(): (message: { readonly message: string; readonly messageZh: string }) => string {
  const language = useContext(LanguageContext);
  return ({ message, messageZh }) => (language === 'zh' ? messageZh : message);
}

/** The name of a field, such as that of `indicators[3].score`. */
export function fieldName(path: string, words: Words): string {
  const [, block = '', row, field] = /^(\w*)(?:\[(\d+|\+\w+)\])?(?:\.(\w+))?$/.exec(path) ?? [];
  const blocks: Readonly<Record<string, string>> = {
    funds: words.funds,
    indicators: words.indicators,
    other: words.others,
  };
  if (path === '') return words.whole;
  if (row === undefined) return words.field[block] ?? blocks[block] ?? path;
  const place = `${blocks[block] ?? block} ${row.startsWith('+') ? `+ (${words.added})` : Number(row) + 1}`;
  return field === undefined ? place : `${place} · ${words.field[field] ?? field}`;
}

/** A time as this machine writes it. */
export const timeOf = (at: string, language: Language): string =>
  new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
