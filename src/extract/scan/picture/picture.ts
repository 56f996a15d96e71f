/** A page's picture: one byte a channel, row by row from the top left, without padding. */
export interface Picture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** 1 for grey (0 is black), 3 for red, green and blue. */
  readonly channels: 1 | 3;
  /** `width × height × channels` bytes. */
  readonly data: Uint8Array;
  /** Pixels for each inch, across and down alike; null where nothing tells. */
  readonly dpi: number | null;
}

/**
 * What may be wrong with a page's picture: a part of its data is lost; it has more pixels than the limit; what lies above it could not
 * be drawn, as the drawing library is missing.
 */
export type PictureTrouble = 'damaged' | 'too-large' | 'not-drawn';

/** The picture of one page, as far as it could be had. */
export interface PictureResult {
  /** Null where nothing could be had; with a trouble, a picture of which a part may be blank, wrong or missing. */
  readonly picture: Picture | null;
  readonly trouble: PictureTrouble | null;
}

/** Inches: the longer side of A4. */
const PAGE_IN = 11.69;

/** Pixels for each inch; as on a whole page where nothing tells. */
export const dpiOf = ({ width, height, dpi }: Picture) => dpi ?? Math.max(width, height) / PAGE_IN;
