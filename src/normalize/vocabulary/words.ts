/**
 * The one table of words: what the labels of a form are called, by issuers all over the country. Each list holds a word a line, matched against a
 * folded label (see `label.ts`): no blanks, no colon, no bracketed unit, no number before it. A word says what a label means, never where it stands.
 */
export { CLOSE, type CloseRole, GRADES, REMARKS } from './closing-words.js';
export { FUNDS_COLUMNS, FUNDS_ROWS, type FundsColumn } from './funds-words.js';
export { type GoalRole, GOALS } from './goal-words.js';
export { COST_HEADINGS, LEVEL1_HEADINGS, LEVEL2_HEADINGS } from './heading-words.js';
export { IDENTITY, type IdentityRole } from './identity-words.js';
export { INDICATOR_COLUMNS, type IndicatorColumn } from './indicator-words.js';
export { SECTIONS, type SectionRole } from './section-words.js';
export { titleKindOf, type TitleKind } from './titles.js';

/** Names of rows that a template leaves for more indicators. */
export const PLACEHOLDER = /^(?:[…·.。．⋯-]+|指标\d{0,2}[:：]?(?:[…·.⋯]*)|无|\/|—+)$/;
