import { Failure } from '../../schema/failure.js';
import type { Limits } from '../../schema/limits.js';
import type { MediaType, PictureMedia } from './sniff.js';

interface Words {
  readonly what: string;
  readonly whatZh: string;
  readonly advice: Advice;
}

const ADVICE = {
  save: { en: 'Save it as PDF, TIFF, PNG or JPEG first.', zh: '请先另存为 PDF、TIFF、PNG 或 JPEG。' },
  convert: {
    en: 'Save it as HTML or as plain text first.',
    zh: '请先另存为网页（HTML）或纯文本。',
  },
  unpackWith: {
    en: 'Unpack it (with 7-Zip, for example) and give the files in it.',
    zh: '请先解压（如用 7-Zip），再提供其中的文件。',
  },
  unpack: { en: 'Unpack it and give the files in it.', zh: '请先解压，再提供其中的文件。' },
} as const;
type Advice = keyof typeof ADVICE;

/** What is known and not read. */
export type RefusedMedia = Exclude<MediaType, 'text' | 'pdf' | PictureMedia>;

const REFUSED: Record<RefusedMedia, Words> = {
  bmp: { what: 'a picture (BMP)', whatZh: '图片（BMP）', advice: 'save' },
  jpeg2000: { what: 'a picture (JPEG 2000)', whatZh: '图片（JPEG 2000）', advice: 'save' },
  heif: { what: 'a picture (HEIF)', whatZh: '图片（HEIF）', advice: 'save' },
  djvu: { what: 'a scan (DjVu)', whatZh: '扫描件（DjVu）', advice: 'save' },
  docx: { what: 'a Word document (.docx)', whatZh: 'Word 文档（.docx）', advice: 'convert' },
  xlsx: { what: 'an Excel workbook (.xlsx)', whatZh: 'Excel 工作簿（.xlsx）', advice: 'convert' },
  pptx: { what: 'a PowerPoint file (.pptx)', whatZh: 'PowerPoint 文件（.pptx）', advice: 'convert' },
  ofd: { what: 'an OFD document', whatZh: 'OFD 版式文件', advice: 'convert' },
  opendocument: { what: 'an OpenDocument file', whatZh: 'OpenDocument 文件', advice: 'convert' },
  ole: {
    what: 'an old Office or WPS file (.doc, .xls, .wps, .et)',
    whatZh: '旧版 Office 或 WPS 文件',
    advice: 'convert',
  },
  rtf: { what: 'an RTF document', whatZh: 'RTF 文档', advice: 'convert' },
  hocr: { what: 'what an OCR program wrote (hOCR)', whatZh: 'OCR 结果（hOCR）', advice: 'convert' },
  alto: { what: 'what an OCR program wrote (ALTO)', whatZh: 'OCR 结果（ALTO）', advice: 'convert' },
  mhtml: { what: 'a web archive (MHTML)', whatZh: '单文件网页（MHTML）', advice: 'convert' },
  postscript: { what: 'a PostScript file', whatZh: 'PostScript 文件', advice: 'convert' },
  zip: { what: 'a ZIP archive', whatZh: 'ZIP 压缩包', advice: 'unpack' },
  gzip: { what: 'a gzip file', whatZh: 'gzip 压缩文件', advice: 'unpack' },
  bzip2: { what: 'a bzip2 file', whatZh: 'bzip2 压缩文件', advice: 'unpack' },
  xz: { what: 'an xz file', whatZh: 'xz 压缩文件', advice: 'unpack' },
  zstd: { what: 'a Zstandard file', whatZh: 'Zstandard 压缩文件', advice: 'unpack' },
  '7z': { what: 'a 7z archive', whatZh: '7z 压缩包', advice: 'unpackWith' },
  rar: { what: 'a RAR archive', whatZh: 'RAR 压缩包', advice: 'unpackWith' },
  tar: { what: 'a tar archive', whatZh: 'tar 归档', advice: 'unpack' },
};

export function unsupportedKind(name: string, media: RefusedMedia): Failure {
  const { what, whatZh, advice } = REFUSED[media];
  return new Failure(
    'unsupported-kind',
    `${name}: it is ${what}, which can't be read yet. ${ADVICE[advice].en}`,
    `${name}：这是${whatZh}，目前还不能读取。${ADVICE[advice].zh}`,
  );
}

/** Pages without text: pictures in which nothing was read, or nothing on them. */
export function noTextOnPages(name: string, hasPictures: boolean): Failure {
  return hasPictures
    ? new Failure(
        'unsupported-kind',
        `${name}: it is a scan in whose pictures no text was read. Check that they show the form, that --ocr is not none, and scan it at 300 dpi if it is hard to read.`,
        `${name}：这是扫描件，但图片中未读到文字。请检查其中是否有表格、--ocr 是否为 none；若字迹不清，请以300dpi重新扫描。`,
      )
    : new Failure(
        'unsupported-kind',
        `${name}: there is no text and no picture on its pages that can be read. Check that it shows the form, and print it to a new PDF; if the file is damaged or cut off, download it again.`,
        `${name}：页面上既没有可读的文字，也没有图片。请检查其中是否有表格，并重新打印为 PDF；若文件损坏或不完整，请重新下载。`,
      );
}

export function encryptedPdf(name: string, options?: ErrorOptions): Failure {
  return new Failure(
    'encrypted',
    `${name}: it is protected by a password. Give the right one with --password, or remove the protection first.`,
    `${name}：文件有密码保护。请用 --password 给出正确的密码，或先解除保护。`,
    options,
  );
}

export function damagedPdf(name: string, options?: ErrorOptions): Failure {
  return new Failure(
    'damaged',
    `${name}: it is a PDF that is damaged or cut off; no page of it can be found. Download it again, or open and save it in a PDF program.`,
    `${name}：PDF 已损坏或不完整，找不到任何一页。请重新下载，或用 PDF 软件打开后另存。`,
    options,
  );
}

/** Pages of which none can be read. */
export function damagedPages(name: string): Failure {
  return new Failure(
    'damaged',
    `${name}: it is damaged or cut off; none of its pages can be read. Download it again, or open it in its program and save it anew.`,
    `${name}：文件已损坏或不完整，没有一页可以读取。请重新下载，或用原软件打开后另存。`,
  );
}

export function damagedPicture(name: string): Failure {
  return new Failure(
    'damaged',
    `${name}: it is a picture that is damaged or cut off; nothing of it can be decoded. Download it or scan the page again.`,
    `${name}：图片已损坏或不完整，无法解码。请重新下载或重新扫描。`,
  );
}

export function notText(name: string): Failure {
  return new Failure(
    'not-text',
    `${name}: it is neither text nor a file of a known kind. Export the form as text or HTML, and give that.`,
    `${name}：既不是文本，也不是已知类型的文件。请把表格导出为文本或网页（HTML）后再提供。`,
  );
}

export function emptyFile(name: string): Failure {
  return new Failure(
    'empty-file',
    `${name}: there is nothing in it. Check that it was saved or downloaded in full.`,
    `${name}：文件是空的。请检查是否已完整保存或下载。`,
  );
}

export function fileTooLarge(name: string, bytesPerFile: number): Failure {
  return new Failure(
    'file-too-large',
    `${name}: it is larger than the limit of ${bytesPerFile} bytes (bytesPerFile). Split it, or raise the limit: --limit bytesPerFile=${bytesPerFile * 2}`,
    `${name}：超过 ${bytesPerFile} 字节的上限（bytesPerFile）。请拆分文件，或提高上限：--limit bytesPerFile=${bytesPerFile * 2}`,
  );
}

export function tooManyPages(name: string, pages: number, { pagesPerFile }: Limits): Failure {
  return new Failure(
    'too-many-pages',
    `${name}: it has ${pages} pages, more than the limit of ${pagesPerFile} (pagesPerFile). Split it, or raise the limit with --limit pagesPerFile=${pages}.`,
    `${name}：共 ${pages} 页，超过 ${pagesPerFile} 页的上限（pagesPerFile）。请拆分文件，或用 --limit pagesPerFile=${pages} 提高上限。`,
  );
}

export function pagesTooLarge(name: string, { operatorsPerPage, glyphsPerPage }: Limits): Failure {
  return new Failure(
    'page-too-large',
    `${name}: its pages draw more than the limits of ${operatorsPerPage} operators (operatorsPerPage) or ${glyphsPerPage} glyphs (glyphsPerPage). Raise them with --limit if the file can be trusted.`,
    `${name}：每页超过 ${operatorsPerPage} 个绘图操作（operatorsPerPage）或 ${glyphsPerPage} 个字形（glyphsPerPage）的上限。如文件可信，请用 --limit 提高上限。`,
  );
}

export function changedWhileRead(name: string): Failure {
  return new Failure(
    'changed-while-read',
    `${name}: it changed while it was being read. Wait until it is complete, then run again.`,
    `${name}：读取过程中文件被修改。请等文件写完后再运行。`,
  );
}
