/** Kinds of pictures that pages are drawn in. */
export const PICTURE_TYPES = ['webp', 'svg'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];
