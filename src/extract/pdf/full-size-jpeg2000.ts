/**
 * pdf.js decodes JPEG 2000 at half its size and less where the picture is larger than the largest canvas, which it finds by trying
 * an `OffscreenCanvas`. Node has none, which counts as no canvas at all. This one takes every size, and draws nothing.
 */
class CanvasOfAnySize {
  width = 1;
  height = 1;

  getContext() {
    return {
      fillRect: () => undefined,
      getImageData: () => ({ data: Uint8Array.of(0, 0, 0, 255) }),
    };
  }
}

/** Lets pdf.js decode JPEG 2000 at full size. To be called before it meets the first picture, which is when it tries. */
export function decodeJpeg2000AtFullSize(): void {
  if (!('OffscreenCanvas' in globalThis)) Object.assign(globalThis, { OffscreenCanvas: CanvasOfAnySize });
}
