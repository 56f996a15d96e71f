import { EXCEL } from './limits.js';

/** What a text lost on its way into a cell. */
export interface CellText {
  readonly text: string;
  /** Cut at what a cell takes. */
  readonly isCut: boolean;
  /** Characters that XML can't hold were replaced by U+FFFD. */
  readonly isReplaced: boolean;
}

/** A text that a reader would take for an escaped character; its underline is escaped, as ECMA-376 (ST_Xstring) wants. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * What is no character, and no spreadsheet gives back: lone surrogates, U+FFFE and U+FFFF. Control characters are escaped when the
 * workbook is written, and LibreOffice gives them back.
 */
const UNWRITABLE = /[\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const REPLACEMENT = '\uFFFD';

/** A text as a cell of a workbook can hold it. Everything but what is told comes back as it was. */
export function cellText(text: string): CellText {
  const written = text.replace(UNWRITABLE, REPLACEMENT);
  const isCut = written.length > EXCEL.cellCharacters;
  const fitting = isCut ? written.slice(0, lastWhole(written)) : written;
  return { text: fitting.replace(LOOKS_ESCAPED, '_x005F_'), isCut, isReplaced: written !== text };
}

/** So many UTF-16 units fit without cutting a surrogate pair. */
function lastWhole(text: string): number {
  const last = text.charCodeAt(EXCEL.cellCharacters - 1);
  return last >= 0xd800 && last <= 0xdbff ? EXCEL.cellCharacters - 1 : EXCEL.cellCharacters;
}
