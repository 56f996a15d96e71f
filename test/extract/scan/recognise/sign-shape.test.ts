import { describe, expect, it } from 'vitest';
import { signAt } from '../../../../src/extract/scan/recognise/sign-shape.js';
import { STRIP_HEIGHT } from '../../../../src/extract/scan/line-images/line-image.js';
import { DrawnPage } from '../../../made/drawn-page.js';

/** A strip to draw strokes on: from a place to another, three pixels high. */
class Strip extends DrawnPage {
  constructor() {
    super(200, STRIP_HEIGHT);
  }

  stroke(x0: number, y0: number, x1: number, y1: number): this {
    for (let x = x0; x <= x1; x += 1) {
      const y = Math.round(y0 + ((y1 - y0) * (x - x0)) / (x1 - x0));
      this.fill(x, y - 1, x + 1, y + 2);
    }
    return this;
  }
}

const greater = (strip: Strip) => strip.stroke(20, 10, 44, 20).stroke(20, 30, 44, 20);
const less = (strip: Strip) => strip.stroke(20, 20, 44, 10).stroke(20, 20, 44, 30);

describe('the sign that a strip begins with', () => {
  it.each<[string, (strip: Strip) => unknown]>([
    ['>', greater],
    ['<', less],
    ['≥', (strip) => greater(strip).stroke(20, 38, 44, 38)],
    ['≤', (strip) => less(strip).stroke(20, 38, 44, 38)],
    ['=', (strip) => strip.stroke(20, 18, 44, 18).stroke(20, 30, 44, 30)],
    ['-', (strip) => strip.stroke(20, 24, 40, 24)],
    ['/', (strip) => strip.stroke(20, 40, 44, 8)],
  ])('%s is told by its strokes, with digits behind it or alone', (sign, draw) => {
    const strip = new Strip();
    draw(strip);
    expect(signAt(strip)?.sign).toBe(sign);
    strip.fill(60, 6, 72, 42);
    expect(signAt(strip)).toMatchObject({ sign, right: 45 - (sign === '-' ? 4 : 0) });
  });

  it('is = where one of its two level strokes is paler than ink, and no other sign', () => {
    const strip = new Strip().fill(20, 17, 45, 20, 165).stroke(20, 30, 44, 30);
    expect(signAt(strip)?.sign).toBe('=');
    const wedge = greater(new Strip());
    for (let at = 0; at < wedge.data.length; at += 1) if (wedge.data[at] === 0) wedge.data[at] = 165;
    expect(signAt(wedge.fill(100, 20, 104, 24))).toBeNull();
  });

  it('is ≥ or ≤ where the stroke below is pale or runs into the arm above it, but not where it may be a digit', () => {
    const pale = greater(new Strip()).fill(20, 37, 45, 39, 165);
    expect([signAt(pale)?.sign, signAt(pale, true)?.sign]).toEqual(['≥', '>']);
    const blurred = less(new Strip()).stroke(20, 25, 44, 35);
    const grey = 135;
    for (let x = 22; x < 43; x += 1) {
      const arm = 20 + Math.round(((x - 20) * 10) / 24);
      for (let y = arm + 2; y < arm + 4; y += 1) blurred.fill(x, y, x + 1, y + 1, grey);
    }
    expect(signAt(blurred)?.sign).toBe('≤');
    expect(signAt(greater(new Strip()))?.sign).toBe('>');
  });

  /** A wedge whose lower arm is so many pixels thicker below. */
  const heavy = (wedge: Strip, by: number, falls: (x: number) => number) => {
    for (let x = 20; x <= 44; x += 1) wedge.fill(x, falls(x) + 2, x + 1, falls(x) + 2 + by);
    return wedge;
  };
  const ofGreater = (x: number) => 30 - Math.round(((x - 20) * 10) / 24);
  const ofLess = (x: number) => 20 + Math.round(((x - 20) * 10) / 24);

  it('is ≥ or ≤ where the stroke below makes one with the lower arm, and none where that is a little thicker', () => {
    expect(signAt(heavy(greater(new Strip()), 3, ofGreater))?.sign).toBe('≥');
    expect(signAt(heavy(less(new Strip()), 3, ofLess))?.sign).toBe('≤');
    expect(signAt(heavy(greater(new Strip()), 1, ofGreater))).toBeNull();
    expect(signAt(heavy(greater(new Strip()), 3, ofGreater), true)).toBeNull();
    const thin = new Strip();
    for (let x = 20; x <= 44; x += 1)
      thin.fill(x, ofLess(x) - 10, x + 1, ofLess(x) - 9).fill(x, ofGreater(x), x + 1, ofGreater(x) + 2);
    expect(signAt(thin)).toBeNull();
  });

  it('is = where its two strokes run together in all but darker ink', () => {
    expect(signAt(new Strip().fill(20, 20, 45, 29, 140).stroke(20, 21, 44, 21).stroke(20, 28, 44, 28))?.sign).toBe('=');
    expect(signAt(new Strip().fill(20, 20, 45, 29, 60))?.sign).toBe('-');
  });

  it('is told where its print is faint', () => {
    const strip = new Strip().stroke(20, 18, 44, 18).stroke(20, 30, 44, 30);
    for (let at = 0; at < strip.data.length; at += 1) strip.data[at] = 255 - (255 - (strip.data[at] as number)) * 0.4;
    expect(signAt(strip)?.sign).toBe('=');
  });

  it.each<[string, (strip: Strip) => unknown]>([
    ['nothing', () => undefined],
    ['a speck', (strip) => strip.fill(20, 20, 24, 24)],
    ['a digit', (strip) => strip.fill(20, 6, 36, 42)],
    ['a ring', (strip) => strip.fill(20, 6, 36, 42).fill(24, 10, 32, 38, 255)],
    [
      'a 2, whose arc goes up and down again',
      (strip) =>
        strip
          .stroke(20, 15, 25, 8)
          .stroke(25, 8, 37, 8)
          .stroke(37, 8, 42, 15)
          .stroke(20, 34, 42, 15)
          .stroke(20, 40, 44, 40),
    ],
    ['a line that is too long', (strip) => strip.stroke(20, 24, 80, 24)],
  ])('is none where it begins with %s', (_, draw) => {
    const strip = new Strip();
    draw(strip);
    expect(signAt(strip)).toBeNull();
  });
});
