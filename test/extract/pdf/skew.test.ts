import { describe, expect, it } from 'vitest';
import { FORM, ROWS, formPdf, readForm, shown } from '../../made/form-pdf.js';

/** Turned by so many degrees counter-clockwise around the page's lower left corner. */
function turned(content: string, degrees: number): string {
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return `q ${[cosine, sine, -sine, cosine, 0, 0].map((part) => part.toFixed(6)).join(' ')} cm ${content} Q`;
}

describe('a page that lies askew', () => {
  it.each([0.1, 0.3, 1, 2, 3.5, 5, -0.5, -2, -5])('by %d degrees', async (degrees) => {
    expect((await readForm(formPdf({ content: turned(FORM, degrees) }))).rows).toEqual(ROWS);
  });

  it('and on its side, with a watermark', async () => {
    const content = `q 0 1 -1 0 842 0 cm ${turned(FORM, -1)} Q 0.8 g ${shown('内部使用', 100, 200, { size: 40, degrees: 50 })}`;
    expect((await readForm(formPdf({ content, entries: '/MediaBox [0 0 842 595]' }))).rows).toEqual(ROWS);
  });

  it('gives the boxes of its cells as they lie on the page', async () => {
    const { sheets } = await readForm(formPdf({ content: turned(FORM, 2) }));
    const box = sheets.flatMap(({ cells }) => cells).find(({ row, column }) => row === 0 && column === 3)?.box;
    // The cell's corners, 420 to 540 and 670 to 700 points, turned by 2 degrees; y from the top of 842 points.
    const [cosine, sine] = [Math.cos(Math.PI / 90), Math.sin(Math.PI / 90)];
    const expected = [
      420 * cosine - 700 * sine,
      842 - (540 * sine + 700 * cosine),
      540 * cosine - 670 * sine,
      842 - (420 * sine + 670 * cosine),
    ];
    expect(box).toHaveLength(4);
    box?.forEach((edge, index) => {
      expect(edge).toBeCloseTo(expected[index] ?? NaN, 0);
    });
  });
});
