import { isPaintingPictures } from './painted-pictures.js';
import { OPS } from '../library/pdfjs-library.js';
import type { OperatorEntry } from './page-painting.js';

/** Paths, shadings and pictures. */
export const SHAPE_OPERATORS: readonly OperatorEntry[] = [
  ...Object.values(OPS)
    .filter(isPaintingPictures)
    .map(
      (operator) =>
        [
          operator,
          ({ shapes }, operands) => {
            shapes.paint(operator, operands);
          },
        ] as const satisfies OperatorEntry,
    ),
  [
    OPS.paintInlineImageXObjectGroup,
    ({ shapes }) => {
      shapes.inlinePictures();
    },
  ],
  [
    OPS.paintSolidColorImageMask,
    ({ shapes }) => {
      shapes.solidStencil();
    },
  ],
  [
    OPS.constructPath,
    ({ shapes }, operands) => {
      shapes.path(operands);
    },
  ],
  [
    OPS.shadingFill,
    ({ shapes }) => {
      shapes.shading();
    },
  ],
];
