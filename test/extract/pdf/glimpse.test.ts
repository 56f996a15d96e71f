import { describe, expect, it } from 'vitest';
import { PLAIN_FONT, UNKNOWN_FONT } from '../../../src/extract/pdf/operators/font-metrics.js';
import { glimpseOf } from '../../../src/extract/pdf/glimpse.js';
import { OPS } from '../../../src/extract/pdf/library/pdfjs-library.js';

type Step = readonly [operator: number, ...operands: unknown[]];
const glimpse = (...steps: Step[]) =>
  glimpseOf({ operators: steps.map(([operator]) => operator), operands: steps.map(([, ...rest]) => rest) }, (name) =>
    name === 'told' ? PLAIN_FONT : UNKNOWN_FONT,
  );
const show = (text: string): Step => [OPS.showText, Array.from(text, (unicode) => ({ unicode, width: 1000 }))];
const TOLD: Step = [OPS.setFont, 'told', 10];

describe('a glimpse at a page', () => {
  it('gives its text in the order in which it is drawn', () => {
    expect(glimpse(TOLD, show('项目'), show('名称'))).toEqual({
      text: '项目名称',
      glyphs: 4,
      isPlain: true,
      isImplausible: false,
    });
  });

  it.each<[string, Step]>([
    ['an opaque paint', [OPS.setGState, [['ca', 1]]]],
    ['marked content', [OPS.beginMarkedContentProps, 'P', null]],
    ['filled text', [OPS.setTextRenderingMode, 0]],
  ])('is plain with %s', (_, step) => {
    expect(glimpse(TOLD, step, show('甲')).isPlain).toBe(true);
  });

  it.each<[string, Step]>([
    ['text that is not painted', [OPS.setTextRenderingMode, 3]],
    ['text that can be seen through', [OPS.setGState, [['ca', 0]]]],
    ['a font of the graphics state', [OPS.setGState, [['Font', ['told', 10]]]]],
    ['a layer', [OPS.beginMarkedContentProps, 'OC', { id: '1' }]],
    ['a picture', [OPS.paintImageXObject, 'img_1', 10, 10]],
    ['a font that tells no characters', [OPS.setFont, 'other', 10]],
    ['a character of private use', show('\uE000')],
  ])('is not plain with %s', (_, step) => {
    expect(glimpse(TOLD, step, show('甲')).isPlain).toBe(false);
  });
});
