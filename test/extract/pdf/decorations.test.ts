import { describe, expect, it } from 'vitest';
import { FORM, HEIGHT, LEFT, ROWS, RULES, TEXTS, TOP, WIDTH, formPdf, readForm, shown } from '../../made/form-pdf.js';

const read = (content: string) => readForm(formPdf({ content }));
const line = (x0: number, y: number, x1: number) => `${x0} ${y} m ${x1} ${y} l S`;
const thin = (x0: number, y: number, x1: number) => `${x0} ${y} ${x1 - x0} 0.5 re f`;
/** Of the processor, more than such a page takes; looking at each dot with each other one took many times as long. */
const SECONDS = 5;
/** The first row's baseline, and where its cells' texts begin. */
const BASE = TOP - 20;
const textAt = (column: number) => LEFT + column * WIDTH + 6;

describe('what decorates text is no rule of the table', () => {
  it.each([
    ['an underline as long as its word', line(textAt(0), BASE - 2, textAt(0) + 40)],
    ['an underline that begins at the border', line(LEFT, BASE - 2, textAt(0) + 40)],
    ['an underline that ends next to the border', line(textAt(1), BASE - 2, LEFT + 2 * WIDTH - 2)],
    ['an underline from border to border', line(LEFT, BASE - 3, LEFT + WIDTH)],
    [
      'underlines that are filled, in each cell of a row',
      [0, 1, 2, 3].map((at) => thin(textAt(at), BASE - 2.5, textAt(at) + 40)).join(' '),
    ],
    [
      'a double underline',
      `${line(textAt(0), BASE - 2, textAt(0) + 40)} ${line(textAt(0), BASE - 3.5, textAt(0) + 40)}`,
    ],
    ['a box around a word', `${textAt(0) - 2} ${BASE - 3} 44 13 re S`],
    ['a box around a word next to the border', `${LEFT + 2} ${BASE - 4} 47 14 re S`],
    ['tick boxes', `${LEFT + 90} ${BASE} 8 8 re S ${LEFT + 106} ${BASE} 8 8 re S`],
    ['a tick box next to the border', `${LEFT + 110} ${BASE} 8 8 re S`],
    ['a highlighted word', `1 1 0 rg ${textAt(1)} ${BASE - 2} 40 12 re f 0 g`],
    [
      'leader dots',
      shown('…………', LEFT + 70, BASE - 3, { size: 8 })
        .replace('BT', '0.99 g BT')
        .concat(' 0 g'),
    ],
  ])('%s', async (_, decoration) => {
    const { rows, codes } = await read(`${RULES} ${decoration} ${TEXTS}`);
    expect(rows).toEqual(ROWS);
    expect(codes).toEqual([]);
  });

  it.each([
    ['through a word', line(textAt(1), BASE + 3.5, textAt(1) + 60)],
    ['through a part of it', line(textAt(1) + 20, BASE + 3, textAt(1) + 60)],
    ['from the border on', thin(LEFT + WIDTH, BASE + 4, textAt(1) + 60)],
  ])('a stroke %s, which is told', async (_, stroke) => {
    const { rows, findings } = await read(`${FORM} ${stroke}`);
    expect(rows).toEqual(ROWS);
    expect(findings).toMatchObject([{ code: 'text-struck', severity: 'warning' }]);
    expect(findings[0]?.message).toMatch(/养护专项/);
  });
});

describe('a page of dots', () => {
  it('whose rules are thousands of them is read as quickly as others', async () => {
    const dots = Array.from({ length: 6_000 }, (_, at) => {
      const [line, along] = [40 + 17 * Math.floor(at / 200), 60 + (at % 200) * 2.5];
      return `${line} ${along} 1 1 re f ${along} ${line} 1 1 re f`;
    });
    await read(FORM);
    const start = process.cpuUsage();
    await read(`${dots.join(' ')} ${FORM}`);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(SECONDS);
  });
});

describe('rules of a table stay', () => {
  it('close under their text', async () => {
    const texts = ROWS.flatMap((row, at) =>
      row.map((text, column) => shown(text, textAt(column), TOP - at * HEIGHT - 27)),
    ).join(' ');
    expect((await read(`${RULES} ${texts}`)).rows).toEqual(ROWS);
  });
  it('in a table of level rules alone', async () => {
    const levels = [0, 1, 2, 3].map((row) => line(LEFT, TOP - row * HEIGHT, LEFT + 4 * WIDTH)).join(' ');
    expect((await read(`${levels} ${TEXTS}`)).rows).toEqual(ROWS);
  });
  it('that end before the next column', async () => {
    const half = TOP - HEIGHT / 2;
    const { rows } = await read(
      `${RULES} ${line(LEFT + WIDTH, half, LEFT + 2 * WIDTH)} ${shown('甲', textAt(0), BASE)}`,
    );
    expect(rows.slice(0, 2)).toEqual([['甲', '', '', ''], ['']]);
  });
});
