import { openForms } from '../../src/digitize/digitize.js';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';
import type { SelfEvaluation } from '../../src/schema/record.js';
import type { Random } from '../damage/random.js';
import type { Expectation } from './expectation.js';
import type { TrueForm } from './true-form.js';

/** A true form with one thing written another way. */
export interface Trial {
  readonly rows: readonly (readonly string[])[];
  /** What is right in the fields that were rewritten, by their path in the truth. */
  readonly rewritten: ReadonlyMap<string, Expectation>;
  /** What is right in other fields, where it isn't the truth's value. */
  readonly beside?: ReadonlyMap<string, Expectation>;
  /** What was rewritten, for the list of examples. */
  readonly printed: string;
}

/** One way of writing, with the trials that it gives on a form. */
export interface Spelling {
  readonly name: string;
  /** The point of the promise that it belongs to, as `numbers`, `units`, `values`, `proof`, `headers`. */
  readonly group: string;
  readonly trials: (form: TrueForm, random: Random) => Trial[];
}

/** The shapes in which a form is given: tab-separated rows, a Markdown pipe table, an HTML table. */
export type Shape = 'tab' | 'pipe' | 'html';

const isTable = (row: readonly string[]) => row.length > 1;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replace(/<(?![/a-z])/gi, '&lt;');

/** A form's rows as text. Cells may hold tags, which stay tags in every shape. */
export function written(rows: readonly (readonly string[])[], shape: Shape): string {
  if (shape === 'tab') return rows.map((row) => row.join('\t')).join('\n');
  const columns = Math.max(...rows.map((row) => row.length));
  const full = (row: readonly string[]) => [...row, ...Array.from({ length: columns - row.length }, () => '')];
  const lines: string[] = [];
  let inTable = false;
  for (const row of rows) {
    if (!isTable(row) && inTable && row.join('').trim() === '') continue;
    if (isTable(row) && !inTable && shape === 'html') lines.push('<table>');
    if (!isTable(row) && inTable && shape === 'html') lines.push('</table>');
    if (!isTable(row)) lines.push(row.join(''));
    else if (shape === 'html')
      lines.push(
        `<tr>${full(row)
          .map((cell) => `<td>${escaped(cell)}</td>`)
          .join('')}</tr>`,
      );
    else {
      lines.push(`| ${full(row).join(' | ')} |`);
      if (!inTable) lines.push(`|${' --- |'.repeat(columns)}`);
    }
    inTable = isTable(row);
  }
  if (inTable && shape === 'html') lines.push('</table>');
  return lines.join('\n');
}

/** The record that the program makes of a form's text: where it sees more than one form, the one with most rows. */
export async function recordOf(text: string): Promise<SelfEvaluation | undefined> {
  const document = await openForms(
    { bytes: new TextEncoder().encode(text), name: 'rewritten.md' },
    { limits: DEFAULT_LIMITS },
  );
  const records: SelfEvaluation[] = [];
  for await (const event of document.events()) if (event.type === 'form') records.push(event.record);
  const rowsIn = (record: SelfEvaluation) => record.funds.length + record.indicators.length;
  return records.toSorted((a, b) => rowsIn(b) - rowsIn(a))[0];
}
