import fc from 'fast-check';
import type { Grey } from '../../src/extract/scan/raster/raster.js';

/** Small grey pictures of any content. */
export const pictures = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height })
      .map((data): Grey => ({ width, height, data: Uint8Array.from(data) })),
  );
