import type { Cell, CellReading } from '../../schema/sheet.js';
import { halfWidth, plainCharacters } from '../text/characters.js';

/**
 * What several readers made of one text, on its way through joins and cuts. The chosen reading stays first; another one is dropped
 * where it can't be said which part of it belongs to a part of the text.
 */

/** A text as readings are compared: white space, widths and forms of punctuation aside. */
export function comparable(text: string): string {
  return halfWidth(plainCharacters(text))
    .replace(/\s+/g, '')
    .replace(/[—–―－─_]/g, '-')
    .replace(/[“”„"]/g, '"')
    .replace(/[‘’']/g, "'")
    .replace(/。(?=\d)/g, '.');
}

type Readings = readonly CellReading[] | undefined;

function joined(readings: readonly CellReading[], separator: string): CellReading {
  return {
    by: [...new Set(readings.map(({ by }) => by))].join('+'),
    text: readings.map(({ text }) => text).join(separator),
    confidence: Math.min(...readings.map(({ confidence }) => confidence)),
  };
}

/** A part of a text, with what readers made of it where it was recognised in a picture. */
interface Part {
  readonly text: string;
  readonly readings?: readonly CellReading[] | undefined;
}

/**
 * The readings of a text that several cells make up: first the chosen ones together, then each reader's own, with the chosen one of a cell that only one
 * reader was asked for, then each further reading with the chosen ones of the other cells. A cell that was not recognised in a picture is what it is for
 * every reader; undefined where that holds of all of them.
 */
export function joinReadings(parts: readonly Part[], separator = ''): CellReading[] | undefined {
  if (!parts.some(({ readings = [] }) => readings.length > 0)) return undefined;
  const readers = [...new Set(parts.flatMap(({ readings = [] }) => readings.map(({ by }) => by)))];
  const lists = parts.map(({ text, readings }) => readings ?? readers.map((by) => ({ by, text, confidence: 1 })));
  const chosen = lists.map((list) => list.slice(0, 1));
  const whole = readers.flatMap((reader) => {
    const own = lists.flatMap((list) => list.find(({ by }) => by === reader) ?? undisputed(list));
    return own.length === lists.length ? [{ ...joined(own, separator), by: reader }] : [];
  });
  const further = lists.flatMap((list, at) =>
    list
      .filter((reading, index) => list.findIndex(({ by }) => by === reading.by) < index)
      .map((reading) => ({ ...joined(chosen.toSpliced(at, 1, [reading]).flat(), separator), by: reading.by })),
  );
  const one = joined(chosen.flat(), separator);
  const named = whole.find(({ text }) => comparable(text) === comparable(one.text));
  return distinct([named ?? one, ...whole, ...further]);
}

/** The reading of a cell that one reader alone was asked for, as it was sure of it. */
const undisputed = (readings: readonly CellReading[]) => (readings.length === 1 ? readings : []);

const distinct = (readings: readonly CellReading[]): CellReading[] =>
  readings.filter(
    ({ by, text }, index) => readings.findIndex((earlier) => earlier.by === by && earlier.text === text) === index,
  );

/** Longer texts are not compared character by character. */
const LONGEST_COMPARED = 300;

/** The places of a text's characters that count in a comparison. */
function placesOf(text: string): number[] {
  return Array.from(text).length === text.length
    ? Array.from(text).flatMap((sign, at) => (comparable(sign) === '' ? [] : [at]))
    : [];
}

/** For each pair of beginnings, how many characters must be changed to make one of the other. */
function changes(left: readonly string[], right: readonly string[]): number[][] {
  const table = [Array.from({ length: right.length + 1 }, (_, j) => j)];
  left.forEach((sign, i) => {
    const above = table[i] ?? [];
    const row = [i + 1];
    right.forEach((other, j) => {
      const same = sign === other ? 0 : 1;
      row.push(Math.min((above[j] ?? 0) + same, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    });
    table.push(row);
  });
  return table;
}

/** Gives, for a number of characters of `left`, how many of `right` they are by the least changes; null where that can't be told. */
function correspondence(left: readonly string[], right: readonly string[]): (count: number) => number | null {
  const before = changes(left, right);
  const behind = changes(left.toReversed(), right.toReversed());
  const least = before[left.length]?.[right.length];
  return (count) => {
    if (count === 0) return 0;
    if (count === left.length) return right.length;
    const fits = Array.from({ length: right.length + 1 }, (_, j) => j).filter(
      (j) => (before[count]?.[j] ?? 0) + (behind[left.length - count]?.[right.length - j] ?? 0) === least,
    );
    return fits.length === 1 ? (fits[0] ?? null) : null;
  };
}

/** The part of a reading that corresponds to `text.slice(start, end)`; null where that can't be told. */
function partOf(reading: string, text: string, start: number, end: number): string | null {
  if (reading.length > LONGEST_COMPARED || text.length > LONGEST_COMPARED) return null;
  const [left, right] = [placesOf(text), placesOf(reading)];
  const at = correspondence(
    left.map((place) => comparable(text.charAt(place))),
    right.map((place) => comparable(reading.charAt(place))),
  );
  const [from, to] = [start, end].map((edge) => at(left.filter((place) => place < edge).length));
  if (from === undefined || from === null || to === undefined || to === null) return null;
  return reading.slice(right[from] ?? reading.length, (right[to - 1] ?? -1) + 1);
}

/** The readings of `text.slice(start, end)`: the chosen one is that part, each other one what corresponds to it. */
function cutReadings(readings: Readings, text: string, start: number, end: number): CellReading[] | undefined {
  const [chosen, ...others] = readings ?? [];
  if (chosen === undefined) return undefined;
  const parts = others.map((reading) => ({ ...reading, text: partOf(reading.text, text, start, end) }));
  const told = parts.filter((part): part is CellReading => part.text !== null);
  return [{ ...chosen, text: text.slice(start, end) }, ...told];
}

function withReadings(cell: Cell, readings: Readings): Cell {
  const { ...bare } = cell;
  delete bare.readings;
  return readings === undefined ? bare : { ...bare, readings: [...readings] };
}

/** The confidence of the least sure cell; null where none has any. */
export function leastConfidence(cells: readonly Cell[]): number | null {
  const sure = cells.flatMap(({ confidence }) => confidence ?? []);
  return sure.length === 0 ? null : Math.min(...sure);
}

/** The same cell with the readings of a part of its text. */
function withReadingsOf(cell: Cell, text: string, start: number, end: number): Cell {
  if (start === 0 && end === text.length) return cell;
  return withReadings(cell, cutReadings(cell.readings, text, start, end));
}

/** The cell as the parts of its text, each with what its readings say of it; parts stand in the text in their order. */
export function dividedCell(cell: Cell, text: string, parts: readonly string[]): Cell[] {
  if (cell.readings === undefined) return parts.map(() => cell);
  let end = 0;
  return parts.map((part) => {
    const start = text.indexOf(part, end);
    end = start + part.length;
    return withReadingsOf(cell, text, start, end);
  });
}

/** The first cell with what the readers made of all of them, one behind the other; as sure as the least sure one. */
export function joinedCellOf([first, ...others]: readonly [Cell, ...Cell[]]): Cell {
  const cells = [first, ...others];
  return withReadings({ ...first, confidence: leastConfidence(cells) }, joinReadings(cells));
}
