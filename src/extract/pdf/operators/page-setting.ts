import type { Box } from '../../../schema/sheet.js';
import type { FontMetrics } from './font-metrics.js';
import type { Matrix } from '../../geometry/matrix.js';

/** A page's operators and what each is given, as pdf.js lists them. */
export interface OperatorList {
  readonly operators: readonly number[];
  readonly operands: readonly (readonly unknown[])[];
}

/** What an annotation is to the page's tables: a part of them, a sign or line on them, something put over them. */
export type AnnotationRole = 'content' | 'mark' | 'overlay';

/** What a page's operators are read by. */
export interface PageSetting {
  /** From PDF's user space to the upright page. */
  readonly matrix: Matrix;
  readonly width: number;
  readonly height: number;
  /** The box around the page where it is turned askew; else it is the page. */
  readonly bounds?: Box;
  readonly fontNamed: (name: string) => FontMetrics;
  /** False for content of a layer that is switched off. */
  readonly isLayerShown: (layer: unknown) => boolean;
  /** True for a layer whose name says that it is put over the page: a watermark, a stamp. */
  readonly isLayerOverlaid?: (layer: unknown) => boolean;
  /** By the annotation's id; all are content where this is missing. */
  readonly annotationRole?: (id: unknown) => AnnotationRole;
}

/** The box of the page that may be drawn on. */
export const boundsOf = ({ bounds, width, height }: PageSetting): Box => bounds ?? [0, 0, width, height];
