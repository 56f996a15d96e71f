import { OPS, type PDFDocumentProxy, type PDFPageProxy } from './library/pdfjs-library.js';
import { annotationRolesOf, isOverlaidLayer } from './annotation-roles.js';
import { fontMetricsOf, UNKNOWN_FONT, type FontMetrics } from './operators/font-metrics.js';
import { matrixFrom, IDENTITY } from '../geometry/matrix.js';
import { NO_DOCUMENT } from './no-document.js';
import type { OperatorList, PageSetting } from './operators/page-setting.js';
import { openWithPdfjs } from './pdfjs-document.js';
import type { PdfBytes } from './pdf-bytes.js';
import { listening, tellsOfLoss } from './pdfjs-talk.js';

/** A PDF that is open, behind the little of a PDF library that reading tables needs. */
export interface Pdf {
  readonly pages: number;
  /** True where the file's own index or page tree was missing or wrong: what was cut off is lost. */
  readonly isRebuilt: boolean;
  /** One page's operators and setting; `turns` are quarter turns clockwise beyond the page's own. */
  page(number: number): Promise<PdfPage>;
  close(): Promise<void>;
}

export interface PdfPage {
  readonly list: OperatorList;
  /** False where pdf.js said that it left out a part, as a stream that is damaged. */
  readonly isWhole: boolean;
  setting(turns: number): PageSetting;
  /** What pdf.js said while it read the page. More may follow while its pictures are decoded. */
  readonly said: readonly string[];
  /** The pixels that pdf.js decoded under a name; null where it could not. */
  pixels(name: string): Promise<unknown>;
  /** Lets go of what the page holds in memory. */
  release(): void;
}

export interface PdfOptions {
  /** Pixels. A larger picture is left out undecoded; -1 for all. */
  readonly largestPicture: number;
  readonly password?: string | undefined;
}

/** Milliseconds. pdf.js hands fonts over before the page's end, but behind some turns of the event loop. */
const FONT_WAIT_MS = 2_000;

/**
 * Opens a PDF for its operators.
 *
 * @throws what pdf.js throws: `PasswordException`, `InvalidPDFException` and others, by their `name`
 */
export async function openPdf(bytes: PdfBytes, { largestPicture, password }: PdfOptions): Promise<Pdf> {
  const { document, isRebuilt, close } = await openWithPdfjs(bytes, {
    disableFontFace: false,
    ownerDocument: NO_DOCUMENT,
    fontExtraProperties: true,
    maxImageSize: largestPicture,
    password,
  });
  try {
    const { result: layers } = await listening(() => document.getOptionalContentConfig());
    return {
      pages: document.numPages,
      isRebuilt,
      page: (number) =>
        pageOf(document, number, {
          isLayerShown: (layer) => layers.isVisible(layer) as boolean,
          isLayerOverlaid: (layer) => isOverlaidLayer(nameOfLayer(layers, layer)),
        }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function pageOf(
  document: PDFDocumentProxy,
  number: number,
  layers: Required<Pick<PageSetting, 'isLayerShown' | 'isLayerOverlaid'>>,
): Promise<PdfPage> {
  const { result, said } = await listening(() => partsOf(document, number));
  const { page, list, fonts, roles } = result;
  return {
    list,
    said,
    isWhole: !tellsOfLoss(said),
    setting(turns) {
      const viewport = page.getViewport({ scale: 1, rotation: page.rotate + 90 * turns });
      return {
        matrix: matrixFrom(viewport.transform) ?? IDENTITY,
        width: viewport.width,
        height: viewport.height,
        fontNamed: (name) => fonts.get(name) ?? UNKNOWN_FONT,
        ...layers,
        annotationRole: (id) => roles.get(id) ?? 'content',
      };
    },
    pixels: (name) =>
      new Promise((resolve) => {
        const objects = (name.startsWith(SHARED) ? page.commonObjs : page.objs) as PageObjects;
        objects.get(name, resolve);
      }),
    release() {
      page.cleanup();
    },
  };
}

async function partsOf(document: PDFDocumentProxy, number: number) {
  const page = await document.getPage(number);
  const { fnArray, argsArray } = await page.getOperatorList();
  const list: OperatorList = { operators: fnArray, operands: argsArray.map((args: unknown) => listOf(args)) };
  const [fonts, roles] = await Promise.all([fontsOf(page, list), annotationRolesOf(page, list)]);
  return { page, list, fonts, roles };
}

/** The name of a layer that marked content points to; null for one that is made of several. */
function nameOfLayer(layers: { getGroup(id: string): unknown }, layer: unknown): unknown {
  if (typeof layer !== 'object' || layer === null || !('id' in layer) || typeof layer.id !== 'string') return null;
  const group = layers.getGroup(layer.id);
  return typeof group === 'object' && group !== null && 'name' in group ? group.name : null;
}

/** How pdf.js begins the names of what several pages use. */
const SHARED = 'g_';

interface PageObjects {
  has(name: string): boolean;
  get(name: string, done?: (object: unknown) => void): unknown;
}

const listOf = (args: unknown): readonly unknown[] => (Array.isArray(args) ? (args as unknown[]) : []);

async function fontsOf(page: PDFPageProxy, { operators, operands }: OperatorList): Promise<Map<string, FontMetrics>> {
  const names = new Set<string>();
  operators.forEach((operator, index) => {
    if (operator !== OPS.dependency) return;
    for (const name of operands[index] ?? []) if (typeof name === 'string' && FONT_NAME.test(name)) names.add(name);
  });
  const fonts = await Promise.all(
    [...names].map(async (name) => [name, fontMetricsOf(await fontOf(page, name))] as const),
  );
  return new Map(fonts);
}

/** How pdf.js names its fonts: `g_d0_f1`. */
const FONT_NAME = /_f\d+$/;

async function fontOf(page: PDFPageProxy, name: string): Promise<unknown> {
  const fonts = page.commonObjs as PageObjects;
  if (fonts.has(name)) return fonts.get(name);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, FONT_WAIT_MS, null);
  });
  const font = new Promise<unknown>((resolve) => {
    fonts.get(name, resolve);
  });
  return Promise.race([font, late]).finally(() => {
    clearTimeout(timer);
  });
}
