import type { CellStyle, FontStyle } from 'hucre';
import type { Severity } from '../../schema/finding.js';
import type { Column } from '../../schema/tables/tables.js';

/** Excel's own pale red, yellow and blue ("Bad", "Neutral", "20 % – accent 1"): print stays readable on them, also in grey. */
const SEVERITY_FILL: Readonly<Record<Severity, string>> = { error: 'FFC7CE', warning: 'FFEB9C', note: 'DDEBF7' };

/** On every Windows with Chinese; elsewhere the program takes one of its own. */
export const FONT: FontStyle = { name: '微软雅黑', size: 10 };

const TOP = { vertical: 'top' } as const;

/** No format hides a digit: `#` shows those that are there. */
const NUMBER_FORMATS: readonly (readonly [RegExp, string])[] = [
  [/(?:Budget|[eE]xecuted)$/, '#,##0.00####'],
  [/Rate$/, '0.00##'],
];

/** Text for ever, editing included: what is typed into the cell later is text too. */
const TEXT_FORMAT = '@';

export const HEADER_STYLE: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '2F5597' } },
  alignment: { vertical: 'center', wrapText: true },
  numFmt: TEXT_FORMAT,
};

export const TITLE_STYLE: CellStyle = { font: { ...FONT, bold: true, size: 16 } };
export const LABEL_STYLE: CellStyle = { font: { ...FONT, bold: true }, alignment: TOP, numFmt: TEXT_FORMAT };
export const PROSE_STYLE: CellStyle = { alignment: { ...TOP, wrapText: true }, numFmt: TEXT_FORMAT };

/** How a column's cells look, by its type. */
export function columnStyle({ key, type }: Column): CellStyle {
  if (type === 'string') return PROSE_STYLE;
  const format = NUMBER_FORMATS.find(([keys]) => keys.test(key))?.[1];
  return { alignment: TOP, ...(format === undefined ? {} : { numFmt: format }) };
}

export function flagged(style: CellStyle, severity: Severity): CellStyle {
  return { ...style, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: SEVERITY_FILL[severity] } } };
}

export function linked(style: CellStyle): CellStyle {
  return { ...style, font: { ...FONT, color: { rgb: '0563C1' }, underline: true } };
}
