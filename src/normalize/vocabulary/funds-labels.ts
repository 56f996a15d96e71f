import { roleFinder, type Label } from './label.js';
import { FUNDS_ROWS } from './words.js';

/** 其中 before a row's label says that the row is part of the one above; a reader may take its colon for another mark. */
export const AMONG = /^其中[:：;；.．。·,，、]?/;

/** The row of the funds block that a label's key names; null for none. */
export const fundsRow = roleFinder(FUNDS_ROWS);

/** A label's key without the 其中 before it. */
export const keyOf = ({ label }: { readonly label: Label }): string => label.key.replace(AMONG, '');
