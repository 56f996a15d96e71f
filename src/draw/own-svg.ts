import sharp from 'sharp';

/** The library's name for what opens SVG. */
const OPENS_SVG = { operation: ['VipsForeignLoadSvg'] };

/** Draws an SVG of our own: what opens SVG is shut for all that comes from documents, and is shut again behind it. */
export async function withOwnSvg<T>(draw: () => Promise<T>): Promise<T> {
  sharp.unblock(OPENS_SVG);
  try {
    return await draw();
  } finally {
    sharp.block(OPENS_SVG);
  }
}
