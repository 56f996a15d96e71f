import { OPS } from '../library/pdfjs-library.js';
import type { Box } from '../../../schema/sheet.js';
import { IDENTITY, matrixFrom, type Matrix } from '../../geometry/matrix.js';

/** A picture as a page's operators paint it. */
export interface PaintedPicture {
  /** The name that pdf.js gave to its pixels, or the pixels themselves. */
  readonly source: unknown;
  /** From the unit square, whose upper edge is the picture's, to the upright page. */
  readonly matrix: Matrix;
  /** What of the page it may be painted on. */
  readonly clip: Box;
  /** The colour that is painted through it where it is a stencil, else null. */
  readonly stencil: string | null;
  /** True where what was painted before may be seen through it. */
  readonly isSeenThrough: boolean;
}

type Painting = Pick<PaintedPicture, 'source' | 'matrix'> & { readonly isStencil: boolean };

const PICTURES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
]);

/** True of an operator that paints a picture, whether or not it is taken apart. */
export const isPaintingPictures = (operator: number) => PICTURES.has(operator);

/** The pictures that an operator paints, with their places in user space; null where it paints something that is not taken apart. */
export function paintingsOf(operator: number, operands: readonly unknown[]): Painting[] | null {
  const [first] = operands;
  switch (operator) {
    case OPS.paintImageXObject:
    case OPS.paintInlineImageXObject:
      return [{ source: first, matrix: IDENTITY, isStencil: false }];
    case OPS.paintImageMaskXObject:
      return [{ source: pixelsOf(first), matrix: IDENTITY, isStencil: true }];
    case OPS.paintImageMaskXObjectGroup:
      return (Array.isArray(first) ? first : []).map((mask: unknown) => ({
        source: pixelsOf(mask),
        matrix: matrixFrom(propertyOf(mask, 'transform')) ?? IDENTITY,
        isStencil: true,
      }));
    case OPS.paintImageXObjectRepeat: {
      const [, across, down, positions] = operands;
      return repeated(first, [across, 0, 0, down], positions, false);
    }
    case OPS.paintImageMaskXObjectRepeat:
      return repeated(pixelsOf(first), operands.slice(1, 5), operands[5], true);
    default:
      return null;
  }
}

function repeated(source: unknown, scale: readonly unknown[], positions: unknown, isStencil: boolean): Painting[] {
  const paintings: Painting[] = [];
  if (!(positions instanceof Float32Array)) return paintings;
  for (let at = 0; at + 1 < positions.length; at += 2) {
    const matrix = matrixFrom([...scale, positions[at], positions[at + 1]]);
    if (matrix !== null) paintings.push({ source, matrix, isStencil });
  }
  return paintings;
}

/** pdf.js hands a stencil's pixels over under a name, or with it. */
const pixelsOf = (mask: unknown): unknown =>
  typeof propertyOf(mask, 'data') === 'string' ? propertyOf(mask, 'data') : mask;

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
