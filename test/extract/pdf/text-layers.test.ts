import { describe, expect, it } from 'vitest';
import { FORM, LEFT, ROWS, RULES, TEXTS, TOP, formPdf, readForm, shown } from '../../made/form-pdf.js';

const RESOURCES = '/ExtGState << /Half << /ca 0.5 >> /Solid << /ca 1 >> >>';
const GREY = '0.8 g';
const RED = '1 0 0 rg';
const BLACK = '0 g';

const read = (content: string) => readForm(formPdf({ content, resources: RESOURCES }));
const overlaid = { severity: 'note', code: 'text-overlaid', message: expect.stringMatching(/left out/) as string };

/** Characters around a middle, with their feet towards it, from so many degrees on (counter-clockwise from the right), so many apart. */
const ring = (text: string, x: number, y: number, { radius = 40, from = 210, step = -30, size = 10 } = {}) =>
  Array.from(text)
    .map((character, index) => {
      const angle = from + step * index;
      const [dx, dy] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
      const turn = ((angle - 90) * Math.PI) / 180;
      const [left, down] = [-size / 2, -size * 0.38];
      const [sx, sy] = [left * Math.cos(turn) - down * Math.sin(turn), left * Math.sin(turn) + down * Math.cos(turn)];
      return shown(character, x + radius * dx + sx, y + radius * dy + sy, { size, degrees: angle - 90 });
    })
    .join('\n');
const seal = (x: number, y: number) =>
  `${ring('某某市财政局章', x, y)} ${shown('★', x - 9, y - 7, { size: 18 })} ${shown('专用章', x - 15, y - 24)}`;
const tiled = (text: string, options = {}) =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8]
    .map((at) => shown(text, LEFT - 20 + 150 * (at % 3), TOP - 70 + 45 * Math.floor(at / 3), options))
    .join('\n');
const MIDDLE = [LEFT + 170, TOP - 48] as const;

describe('text that was put over a page is told, and left out', () => {
  it.each([
    [
      'a slanted watermark before all else',
      `${GREY} ${shown('内部使用', LEFT, TOP - 90, { size: 42, degrees: 30 })} ${BLACK}`,
      '',
    ],
    [
      'a slanted watermark after all else',
      '',
      `${GREY} ${shown('内部使用', LEFT, TOP - 90, { size: 42, degrees: 45 })}`,
    ],
    [
      'a slanted watermark downwards',
      '',
      `${GREY} ${shown('内部使用', LEFT + 20, TOP - 10, { size: 36, degrees: -30 })}`,
    ],
    ['a steep watermark', '', `${GREY} ${shown('内部使用', LEFT + 150, TOP - 100, { size: 30, degrees: 60 })}`],
    ['a black slanted watermark', '', shown('仅供核对2024', LEFT, TOP - 90, { size: 30, degrees: 20 })],
    ['a see-through watermark', '', `/Half gs ${shown('样张88', LEFT + 60, TOP - 60, { size: 60 })}`],
    ['a large light watermark', `${GREY} ${shown('草稿', LEFT + 60, TOP - 70, { size: 72 })} ${BLACK}`, ''],
    ['small slanted ones in a pattern', '', `${GREY} ${tiled('张三 2024-05-06', { size: 9, degrees: 25 })}`],
    ['small black slanted ones', tiled('李四 10:20', { size: 8, degrees: 15 }), ''],
    ['small level ones in a pattern', `${GREY} ${tiled('张三 1234', { size: 9 })} ${BLACK}`, ''],
    [
      'more characters in a pattern than the page has, and some that are cut at its edge',
      `${GREY} ${Array.from({ length: 180 }, (_, at) => shown('张三 2024-05-06', 5 + 105 * (at % 6), TOP + 90 - 12 * Math.floor(at / 6) + (at % 6), { size: 9 })).join(' ')} ${BLACK}`,
      '',
    ],
    ['small level black ones in a pattern', '', tiled('张三 1234', { size: 9 })],
    [
      'an artifact',
      '',
      `/Artifact << /Type /Pagination /Subtype /Watermark >> BDC ${shown('机密', LEFT + 100, TOP - 52, { size: 14 })} EMC`,
    ],
    ['sideways text', '', shown('已审核已审核', LEFT + 131, TOP - 85, { size: 12, degrees: 90 })],
    ['a seal', '', `${RED} ${seal(...MIDDLE)}`],
    ['a seal under the text', `${RED} ${seal(...MIDDLE)} ${BLACK}`, ''],
    ['a black seal', '', seal(...MIDDLE)],
    [
      'a blue seal of half a ring',
      '',
      `0 0 1 rg ${ring('某某市财政局', MIDDLE[0], MIDDLE[1], { from: 170, step: -32 })}`,
    ],
    [
      'a seal with its text inwards',
      '',
      `${RED} ${ring('财政专用章888', MIDDLE[0], MIDDLE[1], { from: 200, step: -24, radius: 50 })}`,
    ],
    [
      'a seal and a watermark',
      `${GREY} ${shown('内部使用', LEFT, TOP - 90, { size: 42, degrees: 30 })} ${BLACK}`,
      `${RED} ${seal(...MIDDLE)}`,
    ],
  ])('%s', async (_, before, after) => {
    const { rows, findings } = await read(`${before} ${FORM} ${after}`);
    expect(rows).toEqual(ROWS);
    expect(findings).toMatchObject([overlaid]);
  });

  it('says what it said', async () => {
    const { findings } = await read(
      `${GREY} ${shown('内部使用', LEFT, TOP - 90, { size: 42, degrees: 30 })} ${BLACK} ${FORM}`,
    );
    expect(findings[0]?.message).toContain('“内部使用” (page 1)');
  });
});

describe('text of the page stays', () => {
  it.each([
    ['slanted heads in cells of their own', shown('甲乙丙', LEFT + 20, TOP + 10, { degrees: 30 })],
    ['light text in a cell', `0.6 g ${shown('说明', LEFT + 90, TOP - 50)} ${BLACK}`],
    ['red text in a cell', `${RED} ${shown('超支', LEFT + 90, TOP - 50)} ${BLACK}`],
    ['a note in large letters', shown('注', LEFT + 90, TOP - 52, { size: 20 })],
    ['text that is printed twice', TEXTS],
    ['a light shadow of the text', `0.7 g q 1 0 0 1 0.8 -0.8 cm ${TEXTS} Q ${BLACK}`],
    ['a light head over the table', `0.7 g ${shown('绩效自评表', LEFT + 200, TOP + 20, { size: 22 })} ${BLACK}`],
    ['text that runs over its cell', shown('一段长得写不下的说明文字', LEFT + 300, TOP - 69, { size: 8 })],
  ])('%s', async (_, more) => {
    const { findings } = await read(`${RULES} ${more} ${TEXTS}`);
    expect(findings).toEqual([]);
  });
});

describe('text that nobody can tell from the page’s own', () => {
  it('is an error where it holds a digit, and both readings are kept', async () => {
    const { findings, sheets } = await read(`${FORM} ${shown('98', LEFT + 130, TOP - 50)}`);
    expect(findings).toMatchObject([{ severity: 'error', code: 'text-overlaid' }]);
    const cell = sheets.flatMap(({ cells }) => cells).find(({ row, column }) => row === 1 && column === 1);
    expect(cell).toMatchObject({ text: '264.80', readings: [{ text: '264.80' }, { by: 'all-glyphs' }] });
  });
  it('is a warning without one', async () => {
    const { findings } = await read(`${FORM} ${shown('甲', LEFT + 10, TOP - 51)}`);
    expect(findings).toMatchObject([{ severity: 'warning', code: 'text-overlaid' }]);
  });
});
