import type { PDFPageProxy } from './library/pdfjs-library.js';
import { OPS } from './library/pdfjs-library.js';
import type { AnnotationRole, OperatorList } from './operators/page-setting.js';

/** Annotations by their type (pdf.js's `AnnotationType`, after ISO 32000-1, 12.5.6): signs and lines on text, and what is put over a page. */
const MARKS: ReadonlySet<number> = new Set([4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15]);
const [STAMP, WIDGET, WATERMARK] = [13, 20, 24];
/** The type of a form field that holds an electronic signature, whose appearance is a seal. */
const SIGNATURE = 'Sig';

/** What a page's annotations are to its tables, by their id; a page that shows none is not asked. */
export async function annotationRolesOf(
  page: PDFPageProxy,
  { operators }: Pick<OperatorList, 'operators'>,
): Promise<ReadonlyMap<unknown, AnnotationRole>> {
  if (!operators.includes(OPS.beginAnnotation)) return new Map();
  const annotations: unknown[] = await page.getAnnotations().catch(() => []);
  return new Map(
    annotations.flatMap((annotation) => {
      if (typeof annotation !== 'object' || annotation === null || !('id' in annotation)) return [];
      return [[annotation.id, roleOf(annotation)] as const];
    }),
  );
}

function roleOf(annotation: object): AnnotationRole {
  const type = 'annotationType' in annotation ? annotation.annotationType : null;
  const isSignature = type === WIDGET && 'fieldType' in annotation && annotation.fieldType === SIGNATURE;
  if (type === STAMP || type === WATERMARK || isSignature) return 'overlay';
  return typeof type === 'number' && MARKS.has(type) ? 'mark' : 'content';
}

/** Names that programs and offices give to layers of watermarks and stamps. */
const OVERLAID_LAYER = /水印|印章|盖章|图章|watermark|stamp|\bseals?\b/i;

/** True for a layer by whose name what is on it was put over the page. */
export const isOverlaidLayer = (name: unknown) => typeof name === 'string' && OVERLAID_LAYER.test(name);
