import { barChart, type Bar } from './bar-chart.js';
import { type Both, both } from './html.js';

/** A row of a figure's table; its first cell names the row. Cells are HTML. */
export interface FigureRow {
  readonly bar: Omit<Bar, 'row'> | null;
  readonly cells: readonly string[];
}

export interface Figure {
  /** Part of ids in the page. */
  readonly id: string;
  readonly title: Both;
  readonly axis: Both;
  readonly head: readonly Both[];
  readonly rows: readonly FigureRow[];
  /** So many bars are drawn, the first ones; the table has all rows. */
  readonly bars?: number;
  readonly note?: Both;
}

/** A chart with the table of its numbers: a bar links to its row, a row to its projects. */
export function figureTable({ id, title, axis, head, rows, bars: most = rows.length, note }: Figure): string {
  const rowId = (index: number) => `${id}-${index + 1}`;
  const bars = rows.flatMap(({ bar }, index) => (bar === null ? [] : [{ ...bar, row: rowId(index) }])).slice(0, most);
  const body = rows.map(({ cells: [name = '', ...others] }, index) => {
    return `<tr id="${rowId(index)}"><th scope="row">${name}${others.map((cell) => `<td>${cell}`).join('')}`;
  });
  const chart = bars.length === 0 ? '' : barChart({ id: `${id}-chart`, title, axis, bars });
  const said = note === undefined ? '' : `<p class="note">${both(note)}</p>`;
  return (
    `<section class="figure" id="${id}">${chart}<div class="scroll"><table><caption>${both(title)}</caption>` +
    `<thead><tr>${head.map((words) => `<th scope="col">${both(words)}`).join('')}</thead>` +
    `<tbody>${body.join('')}</tbody></table></div>${said}</section>`
  );
}
