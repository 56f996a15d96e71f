import { describe, expect, it } from 'vitest';
import { FORM, LEFT, ROWS, TEXTS, TOP, WIDTH, formPdf, readForm } from '../../made/form-pdf.js';

/** The contour of a level stroke with a slanted end, as fonts draw 一. */
const stroke = (x: number, y: number, size: number) =>
  `${x} ${y} m ${x + size} ${y} l ${x + size * 0.98} ${y + 2} l ${x + size * 0.9} ${y + 2.4} l ${x} ${y + 2} l h f`;
/** Contours of 王 and of a bowed letter, which are no boxes. */
const cornered = (x: number, y: number, s: number) =>
  `${x} ${y} m ${x + s} ${y} l ${x + s} ${y + 3} l ${x + s / 2 + 2} ${y + 3} l ${x + s / 2 + 2} ${y + s} l ${x + s / 2 - 2} ${y + s} l ${x + s / 2 - 2} ${y + 3} l ${x} ${y + 3} l h f`;
const bowed = (x: number, y: number, s: number) =>
  `${x} ${y} m ${x + s / 2} ${y + s} ${x + s / 2} ${y + s} ${x + s} ${y} c ${x + s / 2} ${y + s * 0.6} ${x + s / 2} ${y + s * 0.6} ${x} ${y} c h f`;
/** 一王人三 and so on, from a place on. */
const letters = (x: number, y: number, size: number) =>
  [
    stroke(x, y + size / 2, size),
    cornered(x + size, y, size),
    bowed(x + 2 * size, y, size),
    ...[0.1, 0.5, 0.9].map((height) => stroke(x + 3 * size, y + height * size, size)),
    bowed(x + 4 * size, y, size),
  ].join(' ');

const read = (content: string) => readForm(formPdf({ content }));

describe('letters that are drawn as curves rule nothing', () => {
  it.each([
    ['of a light watermark under the form', `0.8 g ${letters(LEFT + 20, TOP - 60, 50)} 0 g ${FORM}`],
    ['of one over it', `${FORM} 0.8 g ${letters(LEFT + 60, TOP - 80, 70)}`],
    ['of a red seal', `${FORM} 1 0 0 rg ${letters(LEFT + WIDTH - 20, TOP - 50, 24)}`],
    [
      'of a pattern of small ones',
      `${FORM} 0.7 g ${[0, 1, 2, 3, 4, 5].map((at) => letters(LEFT + 60 * at, TOP - 20 - 13 * at, 12)).join(' ')}`,
    ],
    [
      'of two watermarks, one under and one over it',
      `0.8 g ${letters(LEFT, TOP - 40, 40)} 0 g ${FORM} 0.6 g ${letters(LEFT + 150, TOP - 70, 45)}`,
    ],
  ])('%s', async (_, content) => {
    const { rows, codes } = await read(content);
    expect(rows).toEqual(ROWS);
    expect(codes).toEqual([]);
  });
});

/** The form's rules as rectangles that are filled, each cell's own, as browsers print them. */
const filledRules = [0, 1, 2, 3]
  .flatMap((row) => [0, 1, 2, 3].map((column) => `${LEFT + column * WIDTH} ${TOP - row * 30} ${WIDTH} 0.6 re f`))
  .concat(
    [0, 1, 2].flatMap((row) =>
      [0, 1, 2, 3, 4].map((column) => `${LEFT + column * WIDTH} ${TOP - row * 30 - 30} 0.6 30 re f`),
    ),
  );

describe('rules of a table in the ink of such letters', () => {
  it('stay, as they are longer or many', async () => {
    const { rows } = await read(`${letters(LEFT, TOP + 20, 10)} ${filledRules.join(' ')} ${TEXTS}`);
    expect(rows).toEqual(ROWS);
  });
  it('stay where they are dots beside signs', async () => {
    const dotted = filledRules.flatMap((rule) => {
      const [x = 0, y = 0, width = 0, height = 0] = rule.split(' ').map(Number);
      const length = Math.max(width, height);
      return Array.from({ length: length / 2 }, (_, at) =>
        width > height ? `${x + 2 * at} ${y} 1 1 re f` : `${x} ${y + 2 * at} 1 1 re f`,
      );
    });
    const { rows } = await read(
      `${bowed(LEFT, TOP + 20, 10)} ${bowed(LEFT + 30, TOP + 20, 10)} ${dotted.join(' ')} ${TEXTS}`,
    );
    expect(rows).toEqual(ROWS);
  });
});
