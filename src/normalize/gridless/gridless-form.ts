import type { FormRows } from '../forms/find-forms.js';
import { CURRENCY_UNIT } from '../text/currency.js';
import type { Row } from '../rows/rows.js';
import type { Borders } from './borders.js';
import { closingPart } from './closing-part.js';
import { fieldRowsOf } from './field-rows.js';
import type { FormSlice } from './form-slices.js';
import { fundsBlock, headBefore } from './funds-block.js';
import { fundsHeaders, indicatorHeaders } from './header-runs.js';
import { textIn, type Span } from './running-text.js';
import { lineRow } from './synthetic-rows.js';
import { tableBlocks, type CutRow, type TableBlock } from './table-block.js';
import { wantedSums } from './wanted-sums.js';

/** A form whose cells were inferred from a running text. */
export interface GridlessForm {
  readonly form: FormRows;
  /** The rows of indicators as they were cut. */
  readonly cut: readonly CutRow[];
  /** Labels of funds rows whose values were put under the columns by what they hold. */
  readonly inferredFunds: readonly string[];
  readonly goalsAreUnsure: boolean;
  /** True where the points add up as the form says. */
  readonly closes: boolean;
  /** True where the table of indicators is too long to be cut into cells. */
  readonly isGivenUp: boolean;
  /** True where neither a table of indicators nor a total was found to hold the points against. */
  readonly hasTable: boolean;
}

const YEAR = /(20\d{2})年/;
const CURRENCY = new RegExp(`(?:金额|货币|计量|预算)?单位[:：](?:人民币)?(${CURRENCY_UNIT})`);

const textOf = ({ running }: Borders, { from, to }: Span) => running.text.slice(from, to);

/** The title, year and unit of money that stand above a form, and what else does. */
function headingOf(borders: Borders, slice: FormSlice): Omit<FormRows, 'rows'> {
  const { title } = slice;
  const above = textOf(borders, { from: slice.from, to: slice.labels });
  const year = YEAR.exec(title ? textOf(borders, title) : '')?.[1] ?? YEAR.exec(above)?.[1];
  return {
    title: title ? textIn(borders.running, title) : null,
    titleLine: null,
    yearLine: null,
    kind: title?.kind ?? null,
    year: year === undefined ? null : Number(year),
    years: year === undefined ? [] : [Number(year)],
    currencyUnit: CURRENCY.exec(above)?.[1] ?? null,
    lines: [],
    cut: false,
    inheritedYear: null,
  };
}

/** The parts of a form: what stands before its tables, the funds, what stands between, the indicators, the close. */
function partsOf(borders: Borders, slice: FormSlice) {
  const whole = { from: slice.labels, to: slice.to };
  const header = indicatorHeaders(borders, whole)[0] ?? null;
  const fundsHeader = fundsHeaders(borders, { from: whole.from, to: header?.from ?? whole.to })[0] ?? null;
  const head = header ? headBefore(borders, header.from, whole.from) : null;
  const tableAt = head?.from ?? header?.from ?? whole.to;
  const funds = fundsHeader ? fundsBlock(borders, fundsHeader, { from: whole.from, to: tableAt }) : null;
  const closeAt = header ? closingPart(borders, { from: header.to, to: whole.to }) : whole.to;
  return {
    header,
    funds,
    before: { from: whole.from, to: funds?.from ?? tableAt },
    between: { from: funds?.to ?? tableAt, to: tableAt },
    table: { from: header?.to ?? whole.to, to: closeAt },
    close: { from: closeAt, to: whole.to },
  };
}

/** The few best readings of one form, the best first. */
export function gridlessForms(borders: Borders, slice: FormSlice): GridlessForm[] {
  const parts = partsOf(borders, slice);
  const [before, between, close] = [parts.before, parts.between, parts.close].map((span) => fieldRowsOf(borders, span));
  const rowsIn = (found: typeof before): readonly Row[] => found?.rows ?? [];
  const wanted = wantedSums(rowsIn(close), parts.funds);
  const blocks: readonly (TableBlock | null)[] = parts.header
    ? tableBlocks(borders, parts.header, parts.table, wanted, parts.between.from)
    : [null];
  const heading = headingOf(borders, slice);
  const lead = leadOf(borders, slice);
  return blocks.map((block) => ({
    form: {
      ...heading,
      lines: [],
      rows: [
        ...lead,
        ...rowsIn(before),
        ...(parts.funds?.rows ?? []),
        ...rowsIn(between),
        ...(block?.rows ?? []),
        ...rowsIn(close),
      ],
    },
    cut: block?.cut ?? [],
    inferredFunds: parts.funds?.inferred ?? [],
    goalsAreUnsure: [before, between].some((found) => found?.goalsAreUnsure === true),
    closes: block?.closes ?? false,
    isGivenUp: block?.isGivenUp ?? false,
    hasTable: block !== null && parts.table.to > parts.table.from,
  }));
}

const SAID_BY_HEADING = /^[（(]?(?:20\d{2}年度?)?[)）]?$/;

/** What stands between the title and the first label, and says neither the year nor the unit of money. */
function leadOf(borders: Borders, slice: FormSlice): Row[] {
  if (!slice.title) return [];
  const span = { from: slice.title.to, to: slice.labels };
  const text = textOf(borders, span).replace(CURRENCY, '');
  return SAID_BY_HEADING.test(text) || span.from >= span.to ? [] : [lineRow(borders.running, span)];
}
