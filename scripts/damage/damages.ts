import type { Random } from './random.js';

/**
 * What reading does to a form, as functions from lines to lines. A line with a tab is a row of cells; the damage is done to one
 * row, chosen at random, so that damages add up.
 */
export type Damage = (lines: readonly string[], random: Random) => string[];

const isRow = (line: string) => line.includes('\t');
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const HEADING = /指标$/;

/** Index of a random row, or -1; of the indicator rows (two numbers in them) where `points` is set. */
function anyRow(lines: readonly string[], random: Random, points: boolean): number {
  const rows = lines.flatMap((line, index) => {
    const numbers = line.split('\t').filter((cell) => NUMBER.test(cell.trim())).length;
    return isRow(line) && (!points || (numbers === 2 && !/^总分|^合计/.test(line))) ? [index] : [];
  });
  return rows.length === 0 ? -1 : random.pick(rows);
}

const replaced = (lines: readonly string[], at: number, ...by: string[]) => [
  ...lines.slice(0, at),
  ...by,
  ...lines.slice(at + 1),
];
const characters = (text: string) => Array.from(text);

/** A page break inside a row: texts are cut at any place, the rest comes as a row of its own; the points stay in either part. */
export const cutRow: Damage = (lines, random) => {
  const at = anyRow(lines, random, true);
  if (at < 0) return [...lines];
  const pointsBelow = random.chance(0.25);
  const upper: string[] = [];
  const lower: string[] = [];
  let wasCut = false;
  for (const cell of (lines[at] ?? '').split('\t')) {
    const text = characters(cell);
    if (NUMBER.test(cell.trim()) || text.length < 2) {
      upper.push(pointsBelow ? '' : cell);
      lower.push(pointsBelow ? cell : '');
      continue;
    }
    const cut = random.chance(0.6) ? 1 + random.int(text.length - 1) : text.length;
    wasCut ||= cut < text.length;
    upper.push(text.slice(0, cut).join(''));
    lower.push(text.slice(cut).join(''));
  }
  if (!wasCut && !pointsBelow) return [...lines];
  return replaced(lines, at, upper.join('\t'), ...random.pick([[''], ['', '-2-', '']]), lower.join('\t'));
};

/** A page break between two rows of the indicator table. */
export const breakBetweenRows: Damage = (lines, random) => {
  const at = anyRow(lines, random, true);
  return at < 0
    ? [...lines]
    : [...lines.slice(0, at + 1), ...random.pick([[''], ['', '- 3 -', '']]), ...lines.slice(at + 1)];
};

/** A row one column to the left (where its first cell is blank) or to the right. */
export const slideRow: Damage = (lines, random) => {
  const at = anyRow(lines, random, true);
  if (at < 0) return [...lines];
  const cells = (lines[at] ?? '').split('\t');
  const left = cells[0]?.trim() === '' && random.chance(0.5);
  return replaced(lines, at, (left ? cells.slice(1) : ['', ...cells]).join('\t'));
};

/** A level-2 heading in the first column, its own left blank. */
export const headingToTheLeft: Damage = (lines, random) => {
  const at = anyRow(lines, random, true);
  const cells = (lines[at] ?? '').split('\t');
  const [first = '', second = ''] = cells;
  if (at < 0 || first.trim() !== '' || !HEADING.test(second.replace(/\s/g, ''))) return [...lines];
  return replaced(lines, at, [second, '', ...cells.slice(2)].join('\t'));
};

/** A narrow heading wraps: blanks after every second character. */
export const wrapHeadings: Damage = (lines, random) =>
  lines.map((line) =>
    line
      .split('\t')
      .map((cell) =>
        HEADING.test(cell) && cell.length <= 12 && random.chance(0.5)
          ? (
              characters(cell)
                .join('')
                .match(/.{1,2}/gu) ?? []
            ).join(' ')
          : cell,
      )
      .join('\t'),
  );

/** A border is not seen: two neighbouring cells become one. */
export const dropBorder: Damage = (lines, random) => {
  const at = anyRow(lines, random, random.chance(0.7));
  if (at < 0) return [...lines];
  const cells = (lines[at] ?? '').split('\t');
  const between = random.int(cells.length - 1);
  const joined = `${cells[between] ?? ''} ${cells[between + 1] ?? ''}`.trim();
  return replaced(lines, at, [...cells.slice(0, between), joined, ...cells.slice(between + 2)].join('\t'));
};

const TO_HALF: Readonly<Record<string, string>> = { '，': ', ', '；': '; ', '：': ': ', '（': '(', '）': ')' };
const toFull = (text: string) =>
  text.replace(/<[^>]*>|[0-9A-Za-z%=().]/g, (sign) =>
    sign.length > 1 ? sign : String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
  );

/** Widths change: Chinese punctuation to half-width everywhere, or a row's digits and signs to full-width. */
export const changeWidths: Damage = (lines, random) => {
  if (random.chance(0.5)) return lines.map((line) => line.replace(/[，；：（）]/g, (sign) => TO_HALF[sign] ?? sign));
  const at = anyRow(lines, random, false);
  return at < 0 ? [...lines] : replaced(lines, at, toFull(lines[at] ?? ''));
};

/** Blanks between the characters of a row. */
export const spaceOut: Damage = (lines, random) => {
  const at = anyRow(lines, random, true);
  if (at < 0) return [...lines];
  const spaced = (lines[at] ?? '').replace(/(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, () =>
    random.chance(0.3) ? ' ' : '',
  );
  return replaced(lines, at, spaced);
};

export const DAMAGES: Readonly<Record<string, Damage>> = {
  cutRow,
  breakBetweenRows,
  slideRow,
  headingToTheLeft,
  wrapHeadings,
  dropBorder,
  changeWidths,
  spaceOut,
};
