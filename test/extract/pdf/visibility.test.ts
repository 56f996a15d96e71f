import { describe, expect, it } from 'vitest';
import { FORM, LEFT, ROWS, TOP, WIDTH, formPdf, readForm, shown } from '../../made/form-pdf.js';

const RESOURCES =
  '/ExtGState << /Clear << /ca 0 /CA 0 >> /Faint << /ca 0.02 /CA 0.02 >> /Half << /ca 0.5 /CA 0.5 >> /Solid << /ca 1 /CA 1 >> >>';
/** A rule through the middle of the first row, and one through a column. */
const CUTS = `${LEFT} ${TOP - 15} m ${LEFT + 4 * WIDTH} ${TOP - 15} l S ${LEFT + 150} ${TOP} m ${LEFT + 150} ${TOP - 90} l S`;
const THIN = `${LEFT} ${TOP - 15.3} ${4 * WIDTH} 0.6 re f`;
const WHITE = '1 1 1 RG 1 1 1 rg';
const EXTRA = shown('88', LEFT + 90, TOP - 50);
const cell = (row: number, column: number) =>
  `${LEFT + column * WIDTH + 1} ${TOP - row * 30 - 29} ${WIDTH - 2} 28 re f`;

const read = async (content: string) => (await readForm(formPdf({ content, resources: RESOURCES }))).rows;

describe('what nobody sees', () => {
  it.each([
    ['white strokes', `${FORM} ${WHITE} ${CUTS}`],
    ['nearly white strokes', `${FORM} 0.99 0.99 1 RG ${CUTS}`],
    ['white fills', `${FORM} ${WHITE} ${THIN}`],
    ['strokes before all else', `q ${WHITE} ${CUTS} Q ${FORM}`],
    ['transparent strokes', `${FORM} /Clear gs ${CUTS}`],
    ['transparent fills', `${FORM} /Clear gs ${THIN}`],
    ['nearly transparent fills', `${FORM} q /Faint gs ${THIN} Q`],
    ['rules that a white box covers', `${CUTS} ${WHITE} 50 600 500 110 re f 0 g 0 G ${FORM}`],
    ['rules in the colour of the box under them', `0.8 g 0.8 G 50 600 500 110 re f ${CUTS} 0 g 0 G ${FORM}`],
    ['rules that are clipped away', `${FORM} q 0 0 40 40 re W n ${CUTS} ${THIN} Q`],
    ['rules off the page', `${FORM} q 1 0 0 1 2000 0 cm ${CUTS} Q`],
    ['text that a box covers', `${EXTRA} ${WHITE} ${cell(1, 0)} 0 g 0 G ${FORM}`],
    ['white text', `${FORM} ${WHITE} ${EXTRA}`],
    ['text in the colour of its box', `0.8 g ${cell(1, 0)} ${EXTRA} 0 g ${FORM}`],
    ['transparent text', `${FORM} /Clear gs ${EXTRA}`],
    ['white outlines', `${FORM} q ${WHITE} 1 Tr ${EXTRA} Q`],
  ])('rules and says nothing: %s', async (_, content) => {
    expect(await read(content)).toEqual(ROWS);
  });
});

describe('what can be seen', () => {
  it.each([
    ['white text on a dark ground', `0 0 0.6 rg ${cell(1, 0)} 1 1 1 rg ${EXTRA}`],
    ['text over a ground that was painted first', `0.8 g ${cell(1, 0)} 0 g ${EXTRA}`],
    ['half transparent text', `/Half gs ${EXTRA} /Solid gs`],
    ['outlines', `1 Tr ${EXTRA} 0 Tr`],
    ['white letters with a dark outline', `1 g 2 Tr ${EXTRA} 0 Tr`],
    ['text under a pane of glass', `${EXTRA} /Half gs 1 g ${cell(1, 0)} /Solid gs`],
  ])('is read: %s', async (_, content) => {
    expect((await read(`${content} 0 g 0 G ${FORM}`))[1]?.[0]).toMatch(/88/);
  });

  it('are white rules between grey cells', async () => {
    const white = FORM.split('BT')[0] ?? '';
    const texts = FORM.slice(white.length);
    expect(await read(`0.8 g ${LEFT} ${TOP - 90} ${4 * WIDTH} 90 re f 1 G ${white} 0 g ${texts}`)).toEqual(ROWS);
  });
});
