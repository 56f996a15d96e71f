import { roleFinder } from './label.js';
import { CLOSE, FUNDS_COLUMNS, FUNDS_ROWS, GOALS, IDENTITY, INDICATOR_COLUMNS, REMARKS, SECTIONS } from './words.js';

const finders = [IDENTITY, CLOSE, FUNDS_COLUMNS, INDICATOR_COLUMNS, GOALS, SECTIONS, FUNDS_ROWS].map((table) =>
  roleFinder<string>(table),
);

/** True where a folded text is a label of any kind that forms have. */
export const isAnyLabel = (key: string): boolean =>
  key !== '' && (finders.some((find) => find(key) !== null) || REMARKS.test(key));
