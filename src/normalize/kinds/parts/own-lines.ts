import type { FormRows } from '../../forms/find-forms.js';
import { rowOfLine, type Row } from '../../rows/rows.js';

/** A label and its value in one line; a sentence is none. */
const LABELLED_LINE = /^\s*[^\s：:，。；]{2,16}\s*[：:][^。；]*$/;

/** The lines above a form's table that are its own: labels with what stands behind them. Prose above it is the report's. */
export const ownLinesOf = ({ lines }: FormRows): Row[] =>
  lines.filter(({ text }) => LABELLED_LINE.test(text)).map(rowOfLine);
