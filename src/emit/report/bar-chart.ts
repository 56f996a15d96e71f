import { type Both, both, escaped } from './html.js';

export interface Bar {
  /** As HTML. */
  readonly label: string;
  readonly value: number;
  /** The value as it is said. */
  readonly said: string;
  /** The id of the table's row that the bar stands for. */
  readonly row: string;
}

export interface BarChart {
  readonly id: string;
  readonly title: Both;
  /** What the axis measures, with its unit. */
  readonly axis: Both;
  readonly bars: readonly Bar[];
}

/** Pixels on a phone; elsewhere the drawing is as wide as its column. */
const WIDTH = 380;
const LABEL_WIDTH = 118;
const VALUE_WIDTH = 56;
const BAR_HEIGHT = 16;
const ROW_HEIGHT = 24;
const AXIS_HEIGHT = 42;
const TICKS = 4;
/** So many characters of a label fit; a Chinese one counts as two. */
const LABEL_CHARACTERS = 18;

/** A chart of horizontal bars as inline SVG: a title, an axis with ticks and its unit, each bar with its value and a link to its row. */
export function barChart({ id, title, axis, bars }: BarChart): string {
  const plot = WIDTH - LABEL_WIDTH - VALUE_WIDTH;
  const bottom = bars.length * ROW_HEIGHT;
  const step = tickStep(Math.max(...bars.map(({ value }) => value), 0));
  const most = step * TICKS;
  const x = (value: number) => (LABEL_WIDTH + (value / most) * plot).toFixed(1);
  const ticks = Array.from({ length: TICKS + 1 }, (_, index) => index * step);
  const grid = ticks.map(
    (tick) =>
      `<path class="grid" d="M${x(tick)} 0V${bottom}"/><text class="tick" x="${x(tick)}" y="${bottom + 14}">${shortNumber(tick)}</text>`,
  );
  const rows = bars.map(({ label, value, said, row }, index) => {
    const top = index * ROW_HEIGHT + (ROW_HEIGHT - BAR_HEIGHT) / 2;
    const base = top + BAR_HEIGHT - 4;
    return (
      `<a href="#${row}"><text class="label" x="${LABEL_WIDTH - 6}" y="${base}">${label}</text>` +
      `<rect class="bar" x="${LABEL_WIDTH}" y="${top}" width="${((value / most) * plot).toFixed(1)}" height="${BAR_HEIGHT}"/>` +
      `<text class="value" x="${(LABEL_WIDTH + (value / most) * plot + 5).toFixed(1)}" y="${base}">${said}</text></a>`
    );
  });
  return (
    `<figure><figcaption id="${id}">${both(title)}</figcaption>` +
    `<svg viewBox="0 0 ${WIDTH} ${bottom + AXIS_HEIGHT}" role="group" aria-labelledby="${id}">` +
    grid.join('') +
    rows.join('') +
    `<text class="axis" x="${LABEL_WIDTH + plot / 2}" y="${bottom + 34}">${both(axis, 'tspan')}</text></svg></figure>`
  );
}

/** A label as it fits beside a bar. */
export function barLabel(text: string): string {
  let width = 0;
  let fitting = '';
  for (const character of text) {
    width += character > '\u2E80' ? 2 : 1;
    if (width > LABEL_CHARACTERS) return escaped(`${fitting}…`);
    fitting += character;
  }
  return escaped(text);
}

/** The smallest of 1, 2, 2.5, 5 × 10ⁿ so that the ticks reach the greatest value. */
function tickStep(most: number): number {
  if (most <= TICKS) return 1;
  const power = 10 ** Math.floor(Math.log10(most / TICKS));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power * TICKS >= most) ?? 10;
  return factor * power;
}

function shortNumber(value: number): string {
  return value.toLocaleString('en', { notation: value >= 10_000 ? 'compact' : 'standard', maximumFractionDigits: 2 });
}
